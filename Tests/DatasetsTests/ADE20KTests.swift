import Datasets
import Foundation
import Imaging
import TestSupport
import Testing

@Suite("ADE20K")
struct ADE20KTests {
  private static let root = "ade/ADEChallengeData2016"

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for id in ["ADE_val_00000002", "ADE_val_00000001"] {
      try folder.touch("\(root)/images/validation/\(id).jpg")
      try folder.write(labels: [0, 1, 150], to: "\(root)/annotations/validation/\(id).png")
    }
    return folder
  }

  @Test(
    "finds the layout from its own folder, the one above and the one above that",
    arguments: ["", "ade", "ade/ADEChallengeData2016"], ["val", "validation"])
  func roots(root: String, split: String) throws {
    let folder = try Self.folder()
    let dataset = try BenchmarkReader(
      .ade20k150, root: folder.path(root), split: split
    ).read()
    #expect(dataset.ids == ["ADE_val_00000001", "ADE_val_00000002"])
    #expect(dataset.name == "ade20k150")
    #expect(dataset.split == "val")
    #expect(dataset.backgroundClass == nil)
    #expect(
      try dataset.samples[0].groundTruth(using: dataset.labelTable).labels == [
        LabelMap.ignored, 0, 149,
      ])
  }

  @Test("says where it looked, and names the splits that are there")
  func missing() throws {
    let nowhere = try TemporaryFolder()
    #expect(
      throws: DatasetError.layoutNotFound(
        dataset: "ade20k150", root: nowhere.url,
        lookedFor: [
          "annotations", "ADEChallengeData2016/annotations", "\(Self.root)/annotations",
        ].map(nowhere.path))
    ) {
      try BenchmarkReader(.ade20k150, root: nowhere.url).read()
    }
    let folder = try Self.folder()
    #expect(
      throws: DatasetError.missingSplit(
        split: "training", expected: folder.path("\(Self.root)/annotations/training"),
        available: ["validation"])
    ) {
      try BenchmarkReader(.ade20k150, root: folder.url, split: "train").read()
    }
  }
}
