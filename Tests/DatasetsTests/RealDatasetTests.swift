import Datasets
import Foundation
import Imaging
import TestSupport
import Testing

@Suite("Readers on the data sets themselves", .requiresSharedData)
struct RealDatasetTests {
  private static func voc(
    _ benchmark: Benchmark, split: String = "val", labelFolder: String? = nil
  ) -> BenchmarkReader {
    BenchmarkReader(
      benchmark, root: SharedData.url("data/VOCdevkit"), split: split, labelFolder: labelFolder)
  }

  private static func cityscapes(split: String) -> BenchmarkReader {
    BenchmarkReader(.cityscapes, root: SharedData.url("data/cityscapes"), split: split)
  }

  private static func reader(_ benchmark: Benchmark) -> BenchmarkReader {
    BenchmarkReader(benchmark, root: SharedData.url("data"))
  }

  /// Compares ids, sizes and scored pixels with those of the reference.
  private static func expectReference(_ name: String, for dataset: Dataset) throws {
    let expected = try chain(name)
    #expect(dataset.samples.count == expected.images)
    #expect(dataset.ids == expected.perImage.map(\.id))
    for (sample, image) in zip(dataset.samples, expected.perImage) {
      let truth = try sample.groundTruth(using: dataset.labelTable)
      #expect(truth.width == image.width && truth.height == image.height, "\(sample.id)")
      #expect(scoredPixels(of: truth) == image.valid, "\(sample.id)")
    }
  }

  private static func scoredPixels(of map: LabelMap) -> Int {
    map.labels.count { $0 != LabelMap.ignored }
  }

  private struct Chain: Decodable {
    struct Benchmark: Decodable {
      struct Image: Decodable {
        var id: String
        var width: Int
        var height: Int
        var valid: Int
      }
      var images: Int
      var perImage: [Image]

      enum CodingKeys: String, CodingKey {
        case images
        case perImage = "per_image"
      }
    }
    var sets: [String: Benchmark]
  }

  private static func chain(_ name: String) throws -> Chain.Benchmark {
    let chain = try JSONDecoder().decode(
      Chain.self, from: SharedData.data("golden/chain-vit-tiny.json"))
    return try #require(chain.sets[name])
  }

  @Test("VOC: the untouched photos have the sizes and the scored pixels of the reference")
  func vocPixels() throws {
    try Self.expectReference("voc20", for: Self.voc(.voc20, split: "clean_all").read())
  }

  @Test("Other benchmarks: the samples have the sizes and the scored pixels of the reference")
  func otherPixels() throws {
    try Self.expectReference("context59", for: Self.reader(.context59).read())
    try Self.expectReference("coco-stuff171", for: Self.reader(.cocoStuff171).read())
    try Self.expectReference(
      "ade20k",
      for: Self.reader(.ade20k150).read())
  }

  @Test(
    "PASCAL Context and VOC: without background a class is one lower, and background not scored")
  func withoutBackground() throws {
    let pairs: [(with: any DatasetReader, without: any DatasetReader)] = [
      (Self.reader(.context60), Self.reader(.context59)),
      (Self.voc(.voc21), Self.voc(.voc20)),
    ]
    for pair in pairs {
      let (with, without) = (try pair.with.read(), try pair.without.read())
      #expect(with.backgroundClass == 0 && without.backgroundClass == nil)
      #expect(with.ids == without.ids)
      for (sample, other) in zip(with.samples, without.samples) {
        let expected = try sample.groundTruth(using: with.labelTable).labels.map { label in
          [0, LabelMap.ignored].contains(label) ? LabelMap.ignored : label - 1
        }
        let isEqual = try other.groundTruth(using: without.labelTable).labels == expected
        #expect(isEqual, "\(sample.id)")
      }
    }
  }

  @Test("COCO-Stuff: raw labels through the table are the train ids, pixel for pixel")
  func cocoStuffPixels() throws {
    let dataset = try Self.reader(.cocoStuff171).read()
    for sample in dataset.samples {
      #expect(sample.labelEncoding == .raw)
      let converted = try #require(sample.convertedLabelFile)
      let isEqual =
        try sample.groundTruth(using: dataset.labelTable)
        == converted.groundTruth(using: dataset.labelTable)
      #expect(isEqual, "\(sample.id)")
    }
  }

  @Test("COCO-Object: things are those of COCO-Stuff, one higher, and all else is background")
  func cocoObjectPixels() throws {
    let object = try Self.reader(.cocoObject81).read()
    let stuff = try Self.reader(.cocoStuff171).read()
    #expect(object.ids == stuff.ids)
    for (sample, other) in zip(object.samples, stuff.samples) {
      let expected = try other.groundTruth(using: stuff.labelTable).labels.map { label in
        label < 80 ? label + 1 : 0
      }
      let isEqual = try sample.groundTruth(using: object.labelTable).labels == expected
      #expect(isEqual, "\(sample.id)")
    }
  }

  @Test(
    "VOC: every label map of the split passes the table, with and without background",
    arguments: ["voc20", "voc21"])
  func vocTables(name: String) throws {
    let dataset = try Self.voc(#require(Benchmark(named: name))).read()
    #expect(dataset.samples.count == 27)
    for sample in dataset.samples {
      #expect(throws: Never.self, "\(sample.id)") {
        try sample.groundTruth(using: dataset.labelTable)
      }
    }
  }

  @Test("VOC: all 1,449 label maps are there without their photos, and missing photos are named")
  func vocLabelsOnly() throws {
    let reader = Self.voc(.voc20, split: "val_full1449", labelFolder: "SegmentationClassAug")
    #expect(try reader.read(requiring: .labels).samples.count == 1_449)
    let error = #expect(throws: DatasetError.self) { try reader.read() }
    guard case .missingFiles(let files, .image, 1_449, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(files.count > 1_000)
  }

  /// The pixels of background and of the classes 1 to 20 in the 1,449 label maps of
  /// `SegmentationClassAug`'s validation split, and those that are not scored.
  private static let augmentedPixels: [Int64] = [
    179_546_198, 1_923_813, 812_837, 2_151_885, 1_348_653, 1_921_777, 4_320_752, 3_593_454,
    5_720_951, 2_114_193, 2_966_844, 2_864_750, 5_034_389, 2_641_937, 2_587_440, 12_999_623,
    1_234_562, 1_932_805, 3_479_235, 3_919_005, 1_771_754,
  ]
  private static let augmentedBorderPixels: Int64 = 14_232_845

  @Test("VOC: all 1,449 label maps hold as many pixels of each class as a second decoder finds")
  func vocAugmentedPixels() throws {
    let dataset = try Self.voc(
      .voc21, split: "val_full1449", labelFolder: "SegmentationClassAug"
    ).read(requiring: .labels)
    var total = LabelHistogram()
    for sample in dataset.samples {
      let histogram = LabelHistogram(of: try sample.groundTruth(using: dataset.labelTable))
      let plain = try #require(
        PlainLabelCounts.counts(ofPalettePNG: [UInt8](Data(contentsOf: sample.label))))
      let isEqual = (0..<256).allSatisfy { label in
        let pixels = histogram.counts[label == 255 ? LabelMap.ignored : UInt16(label)]?.pixels
        return Int64(plain[label]) == pixels ?? 0
      }
      #expect(isEqual, "\(sample.id)")
      total.merge(histogram)
    }
    var expected = Dictionary(uniqueKeysWithValues: zip(UInt16(0)..., Self.augmentedPixels))
    expected[LabelMap.ignored] = Self.augmentedBorderPixels
    #expect(total.counts.mapValues(\.pixels) == expected)
  }

  @Test("VOC: label 77 in a map of 21 classes is refused")
  func label77() throws {
    let folder = try TemporaryFolder()
    let original = try Self.voc(.voc21).read().samples[0]
    var map = try LabelMap(contentsOf: original.label)
    map.labels[5] = 77
    map.labels[7] = 77
    let label = try folder.write(map.pngData(palette: nil), to: "bad.png")
    let sample = Sample(id: "bad", image: original.image, label: label)
    #expect(
      throws: DatasetError.unknownLabels(
        file: label, labels: [77: 2], known: [0...20, 255...255], hint: nil)
    ) {
      try sample.groundTruth(using: .voc21)
    }
  }

  @Test("Cityscapes: raw labels through the table are the train ids, pixel for pixel")
  func cityscapesPixels() throws {
    let dataset = try Self.cityscapes(split: "train").read()
    #expect(
      dataset.ids == [0, 1, 2].map { "aachen/aachen_00000\($0)_000019" })
    let expected = try Self.chain("cityscapes")
    for (sample, image) in zip(dataset.samples, expected.perImage) {
      #expect(sample.labelEncoding == .raw)
      let mapped = try sample.groundTruth(using: dataset.labelTable)
      let converted = try #require(sample.convertedLabelFile)
      let read = try converted.groundTruth(using: dataset.labelTable)
      #expect(mapped.width == 2_048 && mapped.height == 1_024, "\(sample.id)")
      let isEqual = mapped == read
      #expect(isEqual, "\(sample.id)")
      #expect(Self.scoredPixels(of: mapped) == image.valid, "\(sample.id)")
    }
  }

  @Test("Cityscapes: labels without photos are samples only where photos are not needed")
  func cityscapesLabelsOnly() throws {
    let reader = Self.cityscapes(split: "val")
    let dataset = try reader.read(requiring: .labels)
    #expect(dataset.samples.count == 15)
    for sample in dataset.samples {
      #expect(throws: Never.self, "\(sample.id)") {
        try sample.groundTruth(using: dataset.labelTable)
      }
    }
    #expect(throws: DatasetError.self) { try reader.read() }
  }

  @Test("Cityscapes: label ids taken for train ids, and train ids taken for label ids, are told")
  func cityscapesMistakes() throws {
    let sample = try Self.cityscapes(split: "train").read().samples[0]
    for (table, path, hint) in [
      (LabelTable.trainIDs(classCount: 19), sample.label.path, LabelHint.cityscapesLabelIDs),
      (
        .cityscapes, sample.label.path.replacing("_labelIds", with: "_labelTrainIds"),
        .cityscapesTrainIDs
      ),
      (
        .cityscapes, sample.label.path.replacing("_labelIds", with: "_instanceIds"), .instanceIDs
      ),
    ] {
      let wrong = Sample(id: "wrong", image: sample.image, label: URL(filePath: path))
      let error = #expect(throws: DatasetError.self) { try wrong.groundTruth(using: table) }
      guard case .unknownLabels(_, _, _, let found) = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(found == hint, "\(path)")
    }
  }
}
