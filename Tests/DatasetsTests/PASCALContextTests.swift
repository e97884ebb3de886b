import Foundation
import Imaging
import TestSupport
import Testing

@testable import Datasets

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

  // The original labels.

  /// Where the MATLAB files lie, and the root that a user names.
  private static let originals = [
    ("VOCdevkit/VOC2010/trainval", ""), ("VOCdevkit/trainval", ""),
    ("VOCdevkit/VOC2010/trainval", "VOCdevkit/VOC2010"), ("VOCdevkit/trainval", "VOCdevkit"),
    ("VOCdevkit/pascal-context/trainval", "VOCdevkit"), ("pascal-context/trainval", "VOCdevkit"),
  ]

  /// The folder with MATLAB files of both samples.
  private static func folder(originalsIn place: String) throws -> TemporaryFolder {
    let folder = try folder()
    for id in ["2008_000002", "2008_000003"] {
      try folder.write(matrix: [431, 2, 458], named: "LabelMap", to: "\(place)/\(id).mat")
    }
    return folder
  }

  @Test("reads the original labels where they are there", arguments: originals)
  func original(place: String, root: String) throws {
    let folder = try Self.folder(originalsIn: place)
    for (benchmark, truth) in [
      (Benchmark.context59, [LabelMap.ignored, 0, 58]), (.context60, [0, 1, 59]),
    ] {
      let dataset = try BenchmarkReader(benchmark, root: folder.path(root)).read()
      #expect(dataset.ids == ["2008_000003", "2008_000002"])
      for sample in dataset.samples {
        #expect(
          folder.relative(sample.label.path(percentEncoded: false)) == "\(place)/\(sample.id).mat")
        #expect(try sample.groundTruth(using: dataset.labelTable).labels == truth)
        let converted = try #require(sample.convertedLabelFile)
        #expect(try converted.groundTruth(using: dataset.labelTable).labels == truth)
      }
    }
  }

  @Test("takes the original labels of all samples or of none")
  func incompleteOriginals() throws {
    let place = "VOCdevkit/VOC2010/trainval"
    let folder = try Self.folder(originalsIn: place)
    let label = folder.path("\(place)/2008_000002.mat")
    try FileManager.default.removeItem(at: label)
    let reader = BenchmarkReader(.context59, root: folder.path("VOCdevkit/VOC2010"))
    #expect(throws: DatasetError.self) { try reader.read() }
    let lenient = try reader.read(requiring: .nothing)
    #expect(
      lenient.missingFiles == [MissingFile(sample: "2008_000002", role: .label, url: label)])

    try FileManager.default.removeItem(at: folder.path("\(place)/2008_000003.mat"))
    let dataset = try reader.read()
    #expect(dataset.labelTable == .context59)
    #expect(dataset.samples.map(\.label.pathExtension) == ["png", "png"])
  }

  @Test("takes VOC 2010's own list for the original labels where there is no other")
  func ownList() throws {
    let folder = try Self.folder(originalsIn: "VOCdevkit/VOC2010/trainval")
    let root = "VOCdevkit/VOC2010"
    try FileManager.default.removeItem(at: folder.path("\(root)/ImageSets/SegmentationContext"))
    try FileManager.default.removeItem(at: folder.path("\(root)/SegmentationClassContext"))
    try folder.write("2008_000002\n", to: "\(root)/ImageSets/Main/val.txt")
    let dataset = try BenchmarkReader(.context60, root: folder.url).read()
    #expect(dataset.ids == ["2008_000002"])
    #expect(dataset.samples[0].convertedLabelFile == nil)
  }

  @Test("holds the list of names against the labels, where it lies there")
  func legend() throws {
    let folder = try Self.folder(originalsIn: "VOCdevkit/trainval")
    let names = LabelTable.originalContextClasses.map { "\($0): \($1)" } + ["431: unknown"]
    let text = names.joined(separator: "\n").replacing("pottedplant", with: "potted plant")
    let list = try folder.write(text, to: "VOCdevkit/labels.txt")
    let reader = BenchmarkReader(.context59, root: folder.url)
    #expect(try reader.read().samples.count == 2)
    try text.replacing("18: bed\n", with: "18: bedclothes\n").write(
      to: list, atomically: true, encoding: .utf8)
    let error = #expect(throws: DatasetError.self) { try reader.read() }
    #expect(
      folder.relative(error?.description ?? "") == """
        VOCdevkit/labels.txt: no sound list of labels: got 18: bedclothes, expected 18: bed.
        """)
  }
}
