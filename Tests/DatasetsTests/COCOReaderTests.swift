import Datasets
import Foundation
import Imaging
import TestSupport
import Testing

@Suite("COCOReader")
struct COCOReaderTests {
  private static func reader(
    _ root: URL, _ variant: COCOReader.Variant, split: String = "val"
  ) -> COCOReader {
    COCOReader(
      root: root, variant: variant, classList: .numbered(variant.labelTable.classCount),
      split: split)
  }

  /// One image with raw labels and both conversions, one with raw labels, one with conversions, and
  /// labels without an image.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let labels = "annotations/val2017"
    for id in ["000000000139", "000000000285", "000000000632"] {
      try folder.touch("images/val2017/\(id).jpg")
    }
    for id in ["000000000139", "000000000632", "000000000724"] {
      try folder.write(labels: [0, 89, 91, 181, 255], to: "\(labels)/\(id).png")
    }
    for id in ["000000000139", "000000000285"] {
      try folder.write(labels: [0, 79, 80, 170, 255], to: "\(labels)/\(id)_labelTrainIds.png")
      try folder.write(labels: [1, 80, 0, 0, 255], to: "\(labels)/\(id)_instanceTrainIds.png")
    }
    return folder
  }

  @Test("reads raw labels where they are there, and the variant's own conversion where not")
  func encodings() throws {
    let folder = try Self.folder()
    for (variant, suffix) in [
      (COCOReader.Variant.stuff, "_labelTrainIds"), (.object, "_instanceTrainIds"),
    ] {
      let dataset = try Self.reader(folder.url, variant).read()
      #expect(dataset.ids == ["000000000139", "000000000285", "000000000632"])
      #expect(dataset.samples.map(\.labelEncoding) == [.raw, .trainIDs, .raw])
      #expect(
        dataset.samples.map(\.label.lastPathComponent) == [
          "000000000139.png", "000000000285\(suffix).png", "000000000632.png",
        ])
      #expect(dataset.labelsWithoutImage == 1)
      #expect(dataset.name == variant.rawValue)
    }
  }

  @Test("raw and converted label maps are the same ground truth")
  func equalTruth() throws {
    let folder = try Self.folder()
    for (variant, expected) in [
      (COCOReader.Variant.stuff, [0, 79, 80, 170, LabelMap.ignored]), (.object, [1, 80, 0, 0, 0]),
    ] {
      let dataset = try Self.reader(folder.url, variant).read()
      for sample in dataset.samples {
        #expect(
          try sample.groundTruth(using: dataset.labelTable).labels == expected, "\(sample.id)")
      }
    }
  }

  @Test("COCO-Object has a background, COCO-Stuff has none")
  func background() throws {
    let folder = try Self.folder()
    #expect(try Self.reader(folder.url, .stuff).read().backgroundClass == nil)
    #expect(try Self.reader(folder.url, .object).read().backgroundClass == 0)
  }

  @Test(
    "the split is val under its own name and under its folder's", arguments: ["val", "val2017"])
  func splitNames(split: String) throws {
    let folder = try Self.folder()
    let dataset = try Self.reader(folder.url, .stuff, split: split).read()
    #expect(dataset.split == "val")
    #expect(dataset.samples.count == 3)
  }

  @Test(
    "finds images and label maps where archives and other tools put them",
    arguments: [
      ("images/train2017", "annotations/train2017", COCOReader.Variant.stuff),
      ("coco/train2017", "coco/stuffthingmaps_trainval2017/train2017", .stuff),
      ("coco/images/train2017", "coco/stuffthingmaps/train2017", .object),
      ("coco_stuff164k/images/train2017", "coco_stuff164k/annotations/train2017", .stuff),
      ("coco_stuff164k/images/train2017", "coco_stuff164k/annotations/train2017", .object),
      ("coco_object/images/train2017", "coco_object/annotations/train2017", .object),
    ])
  func layouts(images: String, labels: String, variant: COCOReader.Variant) throws {
    let folder = try TemporaryFolder()
    try folder.touch("\(images)/000000000009.jpg", "\(labels)/000000000009.png")
    let dataset = try Self.reader(folder.url, variant, split: "train").read()
    #expect(dataset.ids == ["000000000009"])
    #expect(dataset.split == "train")
    #expect(
      folder.relative(dataset.samples[0].image.path(percentEncoded: false))
        == "\(images)/000000000009.jpg")
  }

  @Test("JSON annotations alone are no label maps")
  func annotationsOnly() throws {
    let folder = try TemporaryFolder()
    try folder.touch("coco/images/val2017/1.jpg", "coco/annotations/instances_val2017.json")
    #expect(
      throws: DatasetError.missingSplit(
        split: "val2017", expected: folder.path("coco/annotations/val2017"), available: [])
    ) {
      try Self.reader(folder.url, .stuff).read()
    }
  }

  @Test(
    "an image without a label map is an error, labels alone are enough where images are not needed")
  func missing() throws {
    let folder = try Self.folder()
    try folder.touch("images/val2017/000000000776.jpg")
    #expect(
      throws: DatasetError.missingFiles(
        [folder.path("annotations/val2017/000000000776.png")], of: .label, sampleCount: 4,
        settings: ["dataset.root", "dataset.split"])
    ) {
      try Self.reader(folder.url, .stuff).read()
    }
    try FileManager.default.removeItem(at: folder.path("images"))
    let labelsOnly = try Self.reader(folder.url, .stuff).read(requiringImages: false)
    #expect(labelsOnly.ids == ["000000000139", "000000000285", "000000000632", "000000000724"])
    #expect(throws: DatasetError.self) { try Self.reader(folder.url, .stuff).read() }
  }

  @Test("conversions of the other variant are no label maps")
  func otherConversion() throws {
    let folder = try TemporaryFolder()
    try folder.touch("images/val2017/1.jpg", "annotations/val2017/1_labelTrainIds.png")
    #expect(
      throws: DatasetError.emptyFolder(
        folder.path("annotations/val2017"), suffixes: [".png", "_instanceTrainIds.png"],
        found: ["_labelTrainIds.png": 1], settings: ["dataset.root", "dataset.split"])
    ) {
      try Self.reader(folder.url, .object).read(requiringImages: false)
    }
  }
}
