import Datasets
import Foundation
import Imaging
import TestSupport
import Testing

@Suite("PASCAL Context")
struct PASCALContextTests {
  /// Two samples, listed against the order of their names.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let root = "VOCdevkit/VOC2010"
    for id in ["2008_000002", "2008_000003"] {
      try folder.touch("\(root)/JPEGImages/\(id).jpg")
      try folder.write(labels: [0, 1, 59], to: "\(root)/SegmentationClassContext/\(id).png")
    }
    try folder.write(
      "2008_000003\n2008_000002\n", to: "\(root)/ImageSets/SegmentationContext/val.txt")
    return folder
  }

  @Test(
    "finds the layout from VOC2010, VOCdevkit or the folder above",
    arguments: ["", "VOCdevkit", "VOCdevkit/VOC2010"])
  func roots(root: String) throws {
    let folder = try Self.folder()
    let dataset = try BenchmarkReader(
      .context59, root: folder.path(root)
    ).read()
    #expect(dataset.ids == ["2008_000003", "2008_000002"])
    #expect(dataset.name == "context59")
    #expect(dataset.split == "val")
    #expect(dataset.backgroundClass == nil)
    #expect(
      try dataset.samples[0].groundTruth(using: dataset.labelTable).labels == [
        LabelMap.ignored, 0, 58,
      ])
  }

  @Test("has the background as class 0 where it is a class")
  func background() throws {
    let folder = try Self.folder()
    let dataset = try BenchmarkReader(
      .context60, root: folder.url
    ).read()
    #expect(dataset.name == "context60")
    #expect(dataset.backgroundClass == 0)
    #expect(try dataset.samples[0].groundTruth(using: dataset.labelTable).labels == [0, 1, 59])
  }

  @Test("is not found in VOC 2012, which has no label maps of Context")
  func otherYear() throws {
    let folder = try TemporaryFolder()
    try folder.touch("VOC2012/ImageSets/Segmentation/val.txt")
    let error = #expect(throws: DatasetError.self) {
      try BenchmarkReader(
        .context59, root: folder.url
      ).read()
    }
    #expect(
      folder.relative(error?.description ?? "") == """
        : no context59 data set. Looked for the folder ImageSets/SegmentationContext or \
        VOC2010/ImageSets/SegmentationContext or VOCdevkit/VOC2010/ImageSets/SegmentationContext. \
        Set `dataset.root` to the folder in which the archives were unpacked.
        """)
  }

  @Test("names the lists that are there")
  func missingSplit() throws {
    let folder = try Self.folder()
    let lists = folder.path("VOCdevkit/VOC2010/ImageSets/SegmentationContext")
    #expect(
      throws: DatasetError.missingSplit(
        split: "test", expected: lists.appending(path: "test.txt"), available: ["val"])
    ) {
      try BenchmarkReader(
        .context59, root: folder.path("VOCdevkit/VOC2010"),
        split: "test"
      ).read()
    }
  }

  @Test("refuses a class list of another length")
  func classCount() throws {
    let folder = try Self.folder()
    #expect(throws: DatasetError.classCountDiffers(dataset: "context60", got: 59, expected: 60)) {
      try BenchmarkReader(
        .context60, root: folder.url, classList: .numbered(59)
      ).read()
    }
  }
}
