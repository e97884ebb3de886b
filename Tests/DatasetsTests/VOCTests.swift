import Datasets
import Foundation
import TestSupport
import Testing

@Suite("PASCAL VOC")
struct VOCTests {
  /// Two samples, listed against the order of their names.
  private static func folder(below prefix: String = "VOCdevkit/VOC2012") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for id in ["2007_000032", "2007_000033"] {
      try folder.touch("\(prefix)/JPEGImages/\(id).jpg", "\(prefix)/SegmentationClass/\(id).png")
    }
    try folder.write(
      "2007_000033\r\n2007_000032\r\n\r\n", to: "\(prefix)/ImageSets/Segmentation/val.txt")
    return folder
  }

  @Test(
    "finds the layout from VOC2012, VOCdevkit or the folder above",
    arguments: ["", "VOCdevkit", "VOCdevkit/VOC2012"])
  func roots(root: String) throws {
    let folder = try Self.folder()
    let reader = BenchmarkReader(.voc20, root: folder.path(root))
    let dataset = try reader.read()
    #expect(dataset.ids == ["2007_000033", "2007_000032"])
    #expect(
      dataset.samples[0].image.standardizedFileURL.path
        == folder.path("VOCdevkit/VOC2012/JPEGImages/2007_000033.jpg").standardizedFileURL.path)
    #expect(dataset.name == "voc20")
    #expect(dataset.split == "val")
    #expect(dataset.backgroundClass == nil)
    #expect(dataset.labelTable == .voc20)
  }

  @Test("has the background as class 0 where it is a class")
  func background() throws {
    let folder = try Self.folder()
    let dataset = try BenchmarkReader(
      .voc21, root: folder.path("VOCdevkit")
    ).read()
    #expect(dataset.name == "voc21")
    #expect(dataset.backgroundClass == 0)
    #expect(dataset.labelTable == .voc21)
  }

  @Test("says where it looked")
  func layoutNotFound() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: DatasetError.self) {
      try BenchmarkReader(.voc20, root: folder.url).read()
    }
    #expect(
      folder.relative(error?.description ?? "") == """
        : no voc20 data set. Looked for the folder ImageSets/Segmentation or \
        VOC2012/ImageSets/Segmentation or VOCdevkit/VOC2012/ImageSets/Segmentation. Set \
        `dataset.root` to the folder in which the archives were unpacked.
        """)
  }

  @Test("names the splits that are there")
  func missingSplit() throws {
    let folder = try Self.folder()
    let error = #expect(throws: DatasetError.self) {
      try BenchmarkReader(
        .voc20, root: folder.path("VOCdevkit/VOC2012"),
        split: "test"
      ).read()
    }
    #expect(
      folder.relative(error?.description ?? "") == """
        VOCdevkit/VOC2012/ImageSets/Segmentation/test.txt: there is no split `test`. Set \
        `dataset.split` to one that is there: val.
        """)
  }

  @Test("refuses a list without samples")
  func emptyList() throws {
    let folder = try Self.folder()
    let list = try folder.write(" \n\n", to: "VOCdevkit/VOC2012/ImageSets/Segmentation/val.txt")
    #expect(throws: DatasetError.emptyList(list)) {
      try BenchmarkReader(
        .voc20, root: folder.path("VOCdevkit/VOC2012")
      ).read()
    }
  }

  @Test("names missing label maps and images, and does without images where they are not needed")
  func missingFiles() throws {
    let folder = try Self.folder()
    try FileManager.default.removeItem(at: folder.path("VOCdevkit/VOC2012/JPEGImages"))
    let reader = BenchmarkReader(.voc20, root: folder.path("VOCdevkit/VOC2012"))
    let error = #expect(throws: DatasetError.self) { try reader.read() }
    #expect(
      folder.relative(error?.description ?? "") == """
        2 of 2 images are missing: VOCdevkit/VOC2012/JPEGImages/2007_000033.jpg, \
        VOCdevkit/VOC2012/JPEGImages/2007_000032.jpg. Complete the data set, or change \
        `dataset.root`.
        """)
    #expect(try reader.read(requiring: .labels).samples.count == 2)

    let label = folder.path("VOCdevkit/VOC2012/SegmentationClass/2007_000033.png")
    try FileManager.default.removeItem(at: label)
    #expect(
      throws: DatasetError.missingFiles(
        [label], of: .label, sampleCount: 2, settings: ["dataset.root", "dataset.split"])
    ) {
      try reader.read(requiring: .labels)
    }
  }

  @Test("refuses a class list of another length")
  func classCount() throws {
    let folder = try Self.folder()
    #expect(throws: DatasetError.classCountDiffers(dataset: "voc20", got: 21, expected: 20)) {
      try BenchmarkReader(
        .voc20, root: folder.path("VOCdevkit"), classList: .numbered(21)
      ).read()
    }
  }
}
