import Datasets
import Foundation
import TestSupport
import Testing

@Suite("FileRequirement")
struct FileRequirementTests {
  /// Files of the sort of Cityscapes: a whole sample, one without labels, one without its image.
  private static func cityscapes() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.touch(
      "leftImg8bit/val/ulm/a_leftImg8bit.png", "gtFine/val/ulm/a_gtFine_labelIds.png",
      "leftImg8bit/val/ulm/b_leftImg8bit.png", "gtFine/val/ulm/c_gtFine_labelIds.png")
    return folder
  }

  @Test("of nothing takes all images of a folder, and names the labels that are missing")
  func folders() throws {
    let folder = try Self.cityscapes()
    let reader = BenchmarkReader(.cityscapes, root: folder.url)
    let dataset = try reader.read(requiring: .nothing)
    #expect(dataset.ids == ["ulm/a", "ulm/b"])
    #expect(dataset.labelsWithoutImage == 1)
    #expect(
      dataset.missingFiles == [
        MissingFile(
          sample: "ulm/b", role: .label, url: folder.path("gtFine/val/ulm/b_gtFine_labelIds.png"))
      ])
    #expect(throws: DatasetError.self) { try reader.read() }
    #expect(try reader.read(requiring: .labels).ids == ["ulm/a", "ulm/c"])
  }

  @Test("of nothing takes all labels where there is no image, and names all images")
  func labelsOnly() throws {
    let folder = try Self.cityscapes()
    try FileManager.default.removeItem(at: folder.path("leftImg8bit"))
    let dataset = try BenchmarkReader(.cityscapes, root: folder.url).read(requiring: .nothing)
    #expect(dataset.ids == ["ulm/a", "ulm/c"])
    #expect(dataset.missingFiles.map(\.role) == [.image, .image])
    #expect(dataset.labelsWithoutImage == 0)
  }

  @Test("of nothing takes all that a list names, and names labels and images that are missing")
  func lists() throws {
    let folder = try TemporaryFolder()
    try folder.write("b\na\n", to: "VOC2012/ImageSets/Segmentation/val.txt")
    try folder.touch("VOC2012/JPEGImages/a.jpg", "VOC2012/SegmentationClass/b.png")
    let dataset = try BenchmarkReader(.voc20, root: folder.url).read(requiring: .nothing)
    #expect(dataset.ids == ["b", "a"])
    #expect(
      dataset.missingFiles == [
        MissingFile(
          sample: "a", role: .label, url: folder.path("VOC2012/SegmentationClass/a.png")),
        MissingFile(sample: "b", role: .image, url: folder.path("VOC2012/JPEGImages/b.jpg")),
      ])
  }

  @Test("of nothing is enough for a folder of one's own, with and without a list")
  func ownFolder() throws {
    let folder = try TemporaryFolder()
    try folder.touch("images/a.jpg", "images/b.jpg", "labels/a.png", "labels/c.png")
    var reader = FolderReader(
      images: folder.path("images"), labels: folder.path("labels"), classList: .numbered(2))
    let found = try reader.read(requiring: .nothing)
    #expect(found.ids == ["a", "b"] && found.labelsWithoutImage == 1)
    #expect(
      found.missingFiles == [
        MissingFile(sample: "b", role: .label, url: folder.path("labels/b.png"))
      ])

    reader.list = try folder.write("c\nb\n", to: "list.txt")
    let listed = try reader.read(requiring: .nothing)
    #expect(listed.ids == ["c", "b"])
    #expect(listed.missingFiles.map(\.url.lastPathComponent) == ["b.png", "c.jpg"])

    reader.list = nil
    try FileManager.default.removeItem(at: folder.path("images"))
    let labelled = try reader.read(requiring: .nothing)
    #expect(labelled.ids == ["a", "c"])
    #expect(labelled.missingFiles.map(\.role) == [.image, .image])
  }

  @Test("is never of nothing where there is no sample, no split or no data set")
  func nothingThere() throws {
    let folder = try Self.cityscapes()
    for (root, split) in [("", "test"), ("gtFine", "val")] {
      #expect(throws: DatasetError.self) {
        try BenchmarkReader(.cityscapes, root: folder.path(root), split: split)
          .read(requiring: .nothing)
      }
    }
    try folder.touch("other/labels/readme.md")
    #expect(throws: DatasetError.self) {
      try FolderReader(
        images: folder.path("other/images"), labels: folder.path("other/labels"),
        classList: .numbered(2)
      ).read(requiring: .nothing)
    }
  }
}
