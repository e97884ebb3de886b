import Datasets
import Foundation
import Imaging
import TestSupport
import Testing

@Suite("COCO-Stuff 164k and COCO-Object")
struct COCOTests {
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
    for (benchmark, suffix) in [
      (Benchmark.cocoStuff171, "_labelTrainIds"), (.cocoObject81, "_instanceTrainIds"),
    ] {
      let dataset = try BenchmarkReader(benchmark, root: folder.url).read()
      #expect(dataset.ids == ["000000000139", "000000000285", "000000000632"])
      #expect(dataset.samples.map(\.labelEncoding) == [.raw, .trainIDs, .raw])
      #expect(
        dataset.samples.map(\.label.lastPathComponent) == [
          "000000000139.png", "000000000285\(suffix).png", "000000000632.png",
        ])
      #expect(dataset.labelsWithoutImage == 1)
      #expect(dataset.name == benchmark.name)
    }
  }

  @Test("names the conversion beside the raw labels, and finds either in any of the folders")
  func conversions() throws {
    let folder = try Self.folder()
    try folder.write(labels: [0], to: "stuffthingmaps/val2017/000000000285.png")
    let samples = try BenchmarkReader(.cocoStuff171, root: folder.url).read().samples
    #expect(
      samples.map { folder.relative($0.label.path(percentEncoded: false)) } == [
        "annotations/val2017/000000000139.png", "stuffthingmaps/val2017/000000000285.png",
        "annotations/val2017/000000000632.png",
      ])
    #expect(
      samples.map { $0.convertedLabelFile?.url.lastPathComponent } == [
        "000000000139_labelTrainIds.png", "000000000285_labelTrainIds.png", nil,
      ])
    #expect(samples.allSatisfy { $0.labelEncoding == .raw })
  }

  @Test("raw and converted label maps are the same ground truth")
  func equalTruth() throws {
    let folder = try Self.folder()
    for (benchmark, expected) in [
      (Benchmark.cocoStuff171, [0, 79, 80, 170, LabelMap.ignored]),
      (.cocoObject81, [1, 80, 0, 0, 0]),
    ] {
      let dataset = try BenchmarkReader(benchmark, root: folder.url).read()
      for sample in dataset.samples {
        #expect(
          try sample.groundTruth(using: dataset.labelTable).labels == expected, "\(sample.id)")
      }
    }
  }

  @Test("COCO-Object has a background, COCO-Stuff has none")
  func background() throws {
    let folder = try Self.folder()
    #expect(try BenchmarkReader(.cocoStuff171, root: folder.url).read().backgroundClass == nil)
    #expect(try BenchmarkReader(.cocoObject81, root: folder.url).read().backgroundClass == 0)
  }

  @Test(
    "the split is val under its own name and under its folder's", arguments: ["val", "val2017"])
  func splitNames(split: String) throws {
    let folder = try Self.folder()
    let dataset = try BenchmarkReader(.cocoStuff171, root: folder.url, split: split).read()
    #expect(dataset.split == "val")
    #expect(dataset.samples.count == 3)
  }

  @Test(
    "finds images and label maps where archives and other tools put them",
    arguments: [
      ("images/train2017", "annotations/train2017", Benchmark.cocoStuff171),
      ("coco/train2017", "coco/stuffthingmaps_trainval2017/train2017", .cocoStuff171),
      ("coco/images/train2017", "coco/stuffthingmaps/train2017", .cocoObject81),
      ("coco_stuff164k/images/train2017", "coco_stuff164k/annotations/train2017", .cocoStuff171),
      ("coco_stuff164k/images/train2017", "coco_stuff164k/annotations/train2017", .cocoObject81),
      ("coco_object/images/train2017", "coco_object/annotations/train2017", .cocoObject81),
    ])
  func layouts(images: String, labels: String, benchmark: Benchmark) throws {
    let folder = try TemporaryFolder()
    try folder.touch("\(images)/000000000009.jpg", "\(labels)/000000000009.png")
    let dataset = try BenchmarkReader(benchmark, root: folder.url, split: "train").read()
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
      try BenchmarkReader(.cocoStuff171, root: folder.url).read()
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
      try BenchmarkReader(.cocoStuff171, root: folder.url).read()
    }
    try FileManager.default.removeItem(at: folder.path("images"))
    let labelsOnly = try BenchmarkReader(.cocoStuff171, root: folder.url).read(requiring: .labels)
    #expect(labelsOnly.ids == ["000000000139", "000000000285", "000000000632", "000000000724"])
    #expect(throws: DatasetError.self) {
      try BenchmarkReader(.cocoStuff171, root: folder.url).read()
    }
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
      try BenchmarkReader(.cocoObject81, root: folder.url).read(requiring: .labels)
    }
  }
}
