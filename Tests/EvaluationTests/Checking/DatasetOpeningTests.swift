import Datasets
import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite("Check of a data set that does not open")
struct DatasetOpeningTests {
  let set: LabelledFolder

  init() throws {
    set = try LabelledFolder()
  }

  @Test("a missing image leaves the rest to be checked")
  func missingImage() throws {
    try set.folder.write("a\nb\nc\n", to: "data/list.txt")
    try set.remove("data/images/b.png")
    try set.writeLabels("c", Array(repeating: 9, count: 12))
    let report = try set.check(#", "list": "list.txt""#).report()
    #expect(report.outline == ["missing-image b", "unknown-labels c"])
    #expect(report.messages.contains("images/b.png: there is no such file"), "\(report.messages)")
    #expect(report.imageCount == 3)
  }

  @Test("a missing label map of a list is named, and the rest is read")
  func missingListedLabel() throws {
    try set.folder.write("a\nb\nc\n", to: "data/list.txt")
    try set.remove("data/labels/b.png")
    let report = try set.check(#", "list": "list.txt", "imageSuffix": ".png""#).report()
    #expect(report.outline == ["missing-label b"])
    #expect(report.messages.contains("labels/b.png: there is no such file"), "\(report.messages)")
    #expect(report.imageCount == 3)
    #expect(report.labels.allSatisfy { $0.count.maps <= 2 } && report.trivialScores != nil)
  }

  @Test("a label map without an image is counted")
  func labelWithoutImage() throws {
    try set.remove("data/images/b.png")
    let report = try set.check().report()
    #expect(report.outline == ["label-without-image -"])
    #expect(report.messages.contains("1 label map has no image"), "\(report.messages)")
    #expect(report.imageCount == 2)
  }

  @Test(
    "a list that is unsound is a problem of the data set",
    arguments: [
      ("a\nb\na\n", "`a` is listed more than once, in lines 1 and 3"),
      ("a\n../images/b\n", "`../images/b` is no id"),
      ("a\n/etc/passwd\n", "`/etc/passwd` is no id"),
      ("\n", "the list names no sample"),
    ])
  func unsoundList(list: String, message: String) throws {
    try set.folder.write(list, to: "data/list.txt")
    let report = try set.check(#", "list": "list.txt", "imageSuffix": ".png""#).report()
    #expect(report.outline == ["layout -"])
    #expect(report.messages.contains(message), "\(report.messages)")
    #expect(!report.isSound && report.imageCount == nil)
  }

  @Test("a link to a folder above it is a problem and no endless walk")
  func linkLoop() throws {
    try FileManager.default.createSymbolicLink(
      at: set.url("data/images/loop"), withDestinationURL: set.url("data/images"))
    let report = try set.check().report()
    #expect(report.outline == ["layout -"])
    #expect(report.messages.contains("it is a link to a folder above it"), "\(report.messages)")
  }

  @Test("a split without a list is told with those that there are")
  func missingSplit() throws {
    try set.folder.write("a\n", to: "voc/VOC2012/ImageSets/Segmentation/train.txt")
    let report = try check("voc20", split: nil).report()
    #expect(report.outline == ["layout -"])
    #expect(report.messages.contains("there is no split `val`"), "\(report.messages)")
    #expect(report.messages.contains("train"), "\(report.messages)")
    #expect(report.split == "val" && report.expectedImageCounts == [1_449])
  }

  @Test("a part must have its published number of images, one of one's own any")
  func imageCount() throws {
    for split in ["val", "mine"] {
      try set.folder.write("a\n", to: "voc/VOC2012/ImageSets/Segmentation/\(split).txt")
    }
    try set.folder.write(
      Data(contentsOf: set.url("data/labels/a.png")), to: "voc/VOC2012/SegmentationClass/a.png")
    let report = try check("voc20", split: "val").report()
    #expect(report.outline == ["image-count -"])
    #expect(
      report.messages.contains("voc20 val names 1 images, and 1449 were published"),
      "\(report.messages)")
    #expect(try check("voc20", split: "mine").report().isSound)
  }

  @Test("a data set that is not there, and settings that are wrong, are no findings")
  func badInput() throws {
    #expect(throws: ConfigurationError.self) { try check("voc20", split: nil) }
    #expect(throws: ConfigurationError.self) { try check("voc2O", split: nil) }
    #expect(throws: DatasetError.self) { try set.check(#", "labels": "nowhere""#) }
  }

  /// Plans the check of a benchmark's label maps below the folder `voc`.
  private func check(_ kind: String, split: String?) throws -> DatasetCheck {
    try DatasetCheck(
      opening: ExperimentFile(
        datasetOfKind: kind, root: "voc", split: split, in: set.configuration.surroundings),
      images: .none)
  }
}
