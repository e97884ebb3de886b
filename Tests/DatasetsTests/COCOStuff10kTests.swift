import Datasets
import Foundation
import Imaging
import TestSupport
import Testing

@Suite("COCO-Stuff 10k")
struct COCOStuff10kTests {
  private static let ids = [7, 9, 3].map { "COCO_train2014_00000000000\($0)" }

  /// Three listed images: one with both files of labels, one with the MATLAB file, one converted.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(ids.joined(separator: "\n"), to: "imageLists/test.txt")
    for id in ids[..<2] {
      try folder.write(matrix: [0, 1, 13, 182], named: "S", to: "annotations/\(id).mat")
    }
    for id in [ids[0], ids[2]] {
      try folder.write(
        labels: [0, 1, 12, 171], to: "annotations/test2014/\(id)_labelTrainIds.png")
    }
    try folder.touch(
      "images/\(ids[0]).jpg", "images/\(ids[1]).jpg", "images/test2014/\(ids[2]).jpg")
    return folder
  }

  @Test("reads the MATLAB file where it is there, and the converted one where not")
  func forms() throws {
    let folder = try Self.folder()
    let dataset = try BenchmarkReader(.cocoStuff10k, root: folder.url).read()
    #expect(dataset.name == "coco-stuff10k" && dataset.split == "test")
    #expect(dataset.ids == Self.ids)
    #expect(dataset.samples.map(\.labelEncoding) == [.raw, .raw, .trainIDs])
    #expect(
      dataset.samples.map { folder.relative($0.image.path(percentEncoded: false)) } == [
        "images/\(Self.ids[0]).jpg", "images/\(Self.ids[1]).jpg",
        "images/test2014/\(Self.ids[2]).jpg",
      ])
    for sample in dataset.samples {
      #expect(
        try sample.groundTruth(using: dataset.labelTable).labels == [LabelMap.ignored, 0, 11, 170])
    }
  }

  @Test("names the converted file beside the one that is read, for a check to compare")
  func converted() throws {
    let folder = try Self.folder()
    let dataset = try BenchmarkReader(.cocoStuff10k, root: folder.url).read()
    #expect(
      dataset.samples.map(\.convertedLabelFile) == [
        LabelFile(
          folder.path("annotations/test2014/\(Self.ids[0])_labelTrainIds.png"), encoding: .trainIDs),
        nil, nil,
      ])
    let both = try #require(dataset.samples.first)
    #expect(
      try both.groundTruth(using: dataset.labelTable)
        == both.convertedLabelFile?.groundTruth(using: dataset.labelTable))
  }

  @Test(
    "finds the layout in the folder above",
    arguments: ["coco_stuff10k", "cocostuff-10k-v1.1", "cocostuff10k/dataset"])
  func parents(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("1\n", to: "\(name)/imageLists/train.txt")
    try folder.touch("\(name)/annotations/1.mat", "\(name)/images/train2014/1.jpg")
    let dataset = try BenchmarkReader(.cocoStuff10k, root: folder.url, split: "train").read()
    #expect(dataset.ids == ["1"])
  }

  @Test("names the files that are missing where the archive holds them")
  func missing() throws {
    let folder = try Self.folder()
    let label = folder.path("annotations/\(Self.ids[1]).mat")
    try FileManager.default.removeItem(at: label)
    #expect(
      throws: DatasetError.missingFiles(
        [label], of: .label, sampleCount: 3, settings: ["dataset.root", "dataset.split"])
    ) {
      try BenchmarkReader(.cocoStuff10k, root: folder.url).read()
    }
  }

  @Test("labels of version 1.0 are told by those that version 1.1 does not have")
  func version1() throws {
    let folder = try Self.folder()
    try folder.write(matrix: [1, 12], named: "S", to: "annotations/\(Self.ids[0]).mat")
    let dataset = try BenchmarkReader(.cocoStuff10k, root: folder.url).read()
    let error = #expect(throws: DatasetError.self) {
      try dataset.samples[0].groundTruth(using: dataset.labelTable)
    }
    guard case .unknownLabels(_, [12: 1], _, .cocoStuff10kVersion1) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
