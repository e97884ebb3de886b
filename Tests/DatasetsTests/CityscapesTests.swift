import Datasets
import Foundation
import TestSupport
import Testing

@Suite("Cityscapes")
struct CityscapesTests {
  /// Three images in two cities, one of them with train ids only, and labels without an image.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.touch(
      "leftImg8bit/val/munster/munster_000000_000019_leftImg8bit.png",
      "leftImg8bit/val/frankfurt/frankfurt_000001_000538_leftImg8bit.png",
      "leftImg8bit/val/frankfurt/frankfurt_000000_000294_leftImg8bit.png",
      "gtFine/val/munster/munster_000000_000019_gtFine_labelTrainIds.png",
      "gtFine/val/frankfurt/frankfurt_000001_000538_gtFine_labelIds.png",
      "gtFine/val/frankfurt/frankfurt_000001_000538_gtFine_labelTrainIds.png",
      "gtFine/val/frankfurt/frankfurt_000000_000294_gtFine_labelIds.png",
      "gtFine/val/frankfurt/frankfurt_000000_000294_gtFine_instanceIds.png",
      "gtFine/val/lindau/lindau_000000_000019_gtFine_labelIds.png",
      "gtFine/val/.DS_Store")
    return folder
  }

  private static let ids = [
    "frankfurt/frankfurt_000000_000294", "frankfurt/frankfurt_000001_000538",
    "munster/munster_000000_000019",
  ]

  @Test("takes all cities in the order of the ids and raw labels where they are there")
  func samples() throws {
    let folder = try Self.folder()
    let dataset = try BenchmarkReader(.cityscapes, root: folder.url).read()
    #expect(dataset.ids == Self.ids)
    #expect(dataset.samples.map(\.labelEncoding) == [.raw, .raw, .trainIDs])
    #expect(
      dataset.samples.map { folder.relative($0.label.path(percentEncoded: false)) } == [
        "gtFine/val/frankfurt/frankfurt_000000_000294_gtFine_labelIds.png",
        "gtFine/val/frankfurt/frankfurt_000001_000538_gtFine_labelIds.png",
        "gtFine/val/munster/munster_000000_000019_gtFine_labelTrainIds.png",
      ])
    #expect(
      dataset.samples.map { $0.convertedLabelFile?.url.lastPathComponent } == [
        nil, "frankfurt_000001_000538_gtFine_labelTrainIds.png", nil,
      ])
    #expect(dataset.labelsWithoutImage == 1)
    #expect(dataset.labelTable == .cityscapes)
  }

  @Test("takes labels without an image as samples where images are not needed")
  func labelsOnly() throws {
    let folder = try Self.folder()
    let reader = BenchmarkReader(.cityscapes, root: folder.url)
    let dataset = try reader.read(requiring: .labels)
    #expect(dataset.ids == Self.ids[..<2] + ["lindau/lindau_000000_000019"] + Self.ids[2...])
    try FileManager.default.removeItem(at: folder.path("leftImg8bit"))
    #expect(try reader.read(requiring: .labels).ids == dataset.ids)
  }

  @Test("finds the layout in the folder above")
  func parent() throws {
    let folder = try TemporaryFolder()
    try folder.touch(
      "cityscapes/leftImg8bit/train/ulm/ulm_0_leftImg8bit.png",
      "cityscapes/gtFine/train/ulm/ulm_0_gtFine_labelIds.png")
    let dataset = try BenchmarkReader(
      .cityscapes, root: folder.url, split: "train"
    ).read()
    #expect(dataset.ids == ["ulm/ulm_0"])
  }

  @Test("refuses an image without labels")
  func missingLabel() throws {
    let folder = try Self.folder()
    try folder.touch("leftImg8bit/val/ulm/ulm_1_leftImg8bit.png")
    let error = #expect(throws: DatasetError.self) {
      try BenchmarkReader(.cityscapes, root: folder.url).read()
    }
    #expect(
      folder.relative(error?.description ?? "") == """
        1 of 4 label maps is missing: gtFine/val/ulm/ulm_1_gtFine_labelIds.png. Complete the data \
        set, or change `dataset.root` or `dataset.split`.
        """)
  }

  @Test("names the splits that are there, and folders that are not")
  func missingSplit() throws {
    let folder = try Self.folder()
    #expect(
      throws: DatasetError.missingSplit(
        split: "test", expected: folder.path("gtFine/test"), available: ["val"])
    ) {
      try BenchmarkReader(.cityscapes, root: folder.url, split: "test").read()
    }
    try FileManager.default.removeItem(at: folder.path("leftImg8bit"))
    let error = #expect(throws: DatasetError.self) {
      try BenchmarkReader(.cityscapes, root: folder.url).read()
    }
    #expect(
      folder.relative(error?.description ?? "") == """
        leftImg8bit/val: there is no split `val`. No split is there; check `dataset.root`.
        """)
    let nowhere = try TemporaryFolder()
    #expect(
      throws: DatasetError.layoutNotFound(
        dataset: "cityscapes", root: nowhere.url,
        lookedFor: [nowhere.path("gtFine"), nowhere.path("cityscapes/gtFine")])
    ) {
      try BenchmarkReader(.cityscapes, root: nowhere.url).read()
    }
  }

  @Test("refuses a split without images")
  func noImages() throws {
    let folder = try TemporaryFolder()
    try folder.touch(
      "leftImg8bit/val/ulm/ulm_0.jpg", "gtFine/val/ulm/ulm_0_gtFine_labelIds.png")
    let error = #expect(throws: DatasetError.self) {
      try BenchmarkReader(.cityscapes, root: folder.url).read()
    }
    #expect(
      folder.relative(error?.description ?? "") == """
        leftImg8bit/val: expected files that end in _leftImg8bit.png, found 1 .jpg. Check \
        `dataset.root` or `dataset.split`.
        """)
  }
}
