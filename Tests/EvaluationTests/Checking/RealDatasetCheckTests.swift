import Datasets
import Foundation
import Tensors
import TestSupport
import Testing

@testable import Evaluation

@Suite("Check of the data sets themselves", .requiresSharedData)
struct RealDatasetCheckTests {
  private func report(
    _ kind: String, split: String, images: ImageInspection, set overrides: [String] = []
  ) throws -> DatasetReport {
    let surroundings = Surroundings(
      environment: [:], workingDirectory: SharedData.packageRoot)
    let file = try ExperimentFile(
      datasetOfKind: kind, root: SharedData.url("data").path(percentEncoded: false), split: split,
      overrides: overrides.map { try ConfigurationOverride(parsing: $0) }, in: surroundings)
    return try DatasetCheck(opening: file, images: images).report(workers: Workers(2))
  }

  @Test("VOC's untouched photos are sound to the last pixel", arguments: ["voc20", "voc21"])
  func cleanVOC(kind: String) throws {
    let report = try report(kind, split: "clean_all", images: .pixels)
    #expect(report.isSound, "\(report.messages)")
    #expect(report.imageCount == 20)
  }

  @Test("Cityscapes' training pictures are sound to the last pixel, and only a part")
  func cleanCityscapes() throws {
    let report = try report("cityscapes", split: "train", images: .pixels)
    #expect(report.outline == ["image-count -"], "\(report.messages)")
    #expect(report.messages.contains("names 3 images, and 2975 were published"))
  }

  @Test("a part of VOC's validation images is not the whole")
  func incompleteVOC() throws {
    #expect(
      try report("voc20", split: "val", images: .headers).problems.counts == [.imageCount: 1])
  }

  @Test("photos that are missing are missing one by one, and all masks are read nevertheless")
  func missingPhotos() throws {
    let report = try report(
      "voc21", split: "val_full1449", images: .headers,
      set: ["dataset.labels=SegmentationClassAug"])
    #expect(report.problems.counts == [.missingImage: 1_422])
    #expect(report.problems.kept.count == DatasetProblems.limit)
    #expect(report.labels.map(\.value) == Array(0...20) + [255])
  }

  /// The counts and the score by NumPy from the same files.
  @Test("all of VOC's validation masks give the trivial scores that another program computes")
  func allMasks() throws {
    let report = try report(
      "voc20", split: "val_full1449", images: .none, set: ["dataset.labels=SegmentationClassAug"])
    #expect(report.isSound, "\(report.messages)")
    let pixels = Dictionary(
      uniqueKeysWithValues: report.labels.map { ($0.value, $0.count.pixels) })
    #expect(pixels[0] == 179_546_198 && pixels[15] == 12_999_623 && pixels[255] == 14_232_845)
    let score = try #require(report.trivialScores?.allForeground) * 100
    #expect(abs(score - 18.494473755633383) < 1e-12, "got \(score)")
  }
}
