import Datasets
import Foundation
import Imaging
import TestSupport
import Testing

@Suite("ImageNet-S")
struct ImageNetSTests {
  /// Two images of two synsets, as the authors' scripts lay them out.
  private static func folder(in prefix: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for id in ["n01491361/ILSVRC2012_val_00000002", "n01443537/ILSVRC2012_val_00000001"] {
      try folder.touch("\(prefix)/validation/\(id).JPEG", "\(prefix)/test/\(id).JPEG")
      // Red and green of 0, 1, 300 and 1,000.
      try folder.write(
        RGBImage(width: 4, height: 1, samples: [0, 0, 0, 1, 0, 0, 44, 1, 0, 232, 3, 0]).pngData(),
        to: "\(prefix)/validation-segmentation/\(id).png")
    }
    return folder
  }

  @Test(
    "reads red and green of the masks, in the order of the synsets",
    arguments: ["ImageNetS300", "imagenet-s/ImageNetS300", "ImageNet-S/ImageNetS300"],
    ["val", "validation"])
  func labels(prefix: String, split: String) throws {
    let folder = try Self.folder(in: prefix)
    let dataset = try BenchmarkReader(.imageNetS300, root: folder.url, split: split).read()
    #expect(dataset.name == "imagenet-s300" && dataset.split == "val")
    #expect(
      dataset.ids == [
        "n01443537/ILSVRC2012_val_00000001", "n01491361/ILSVRC2012_val_00000002",
      ])
    for sample in dataset.samples {
      #expect(sample.image.pathExtension == "JPEG")
      #expect(try sample.labelMap().labels == [0, 1, 300, 1_000])
      #expect(
        try sample.groundTruth(using: dataset.labelTable).labels == [
          LabelMap.ignored, 0, 299, LabelMap.ignored,
        ])
    }
  }

  @Test("has labels that smaller editions do not know")
  func otherEdition() throws {
    let folder = try Self.folder(in: "ImageNetS300")
    let dataset = try BenchmarkReader(
      .imageNetS50, root: folder.path("ImageNetS300")
    ).read()
    let error = #expect(throws: DatasetError.self) {
      try dataset.samples[0].groundTruth(using: dataset.labelTable)
    }
    guard case .unknownLabels(_, [300: 1], [0...50, 1_000...1_000], nil) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("names the splits that have masks, and where it looked")
  func missing() throws {
    let folder = try Self.folder(in: "ImageNetS50")
    #expect(
      throws: DatasetError.layoutNotFound(
        dataset: "imagenet-s50", root: folder.url,
        lookedFor: [
          "test-segmentation", "ImageNetS50/test-segmentation",
          "imagenet-s/ImageNetS50/test-segmentation", "ImageNet-S/ImageNetS50/test-segmentation",
        ].map(folder.path))
    ) {
      try BenchmarkReader(.imageNetS50, root: folder.url, split: "test").read()
    }
  }
}
