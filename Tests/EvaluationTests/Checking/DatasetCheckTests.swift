import Datasets
import Foundation
import Imaging
import OpenVocabulary
import Synchronization
import Tensors
import TestSupport
import Testing

@testable import Evaluation

@Suite("Check of a data set")
struct DatasetCheckTests {
  let set: LabelledFolder

  init() throws {
    set = try LabelledFolder()
  }

  @Test("a sound data set has no problem, and its labels are counted", arguments: [1, 3])
  func soundSet(workers: Int) throws {
    let completed = Mutex<[Int]>([])
    let report = try set.check().report(workers: Workers(workers)) { count in
      completed.withLock { $0.append(count) }
    }
    #expect(report.isSound, "\(report.messages)")
    #expect(report.dataset == "small" && report.split == nil && report.imageCount == 3)
    #expect(report.labels.map(\.value) == [0, 1, 2])
    #expect(report.labels.map(\.meaning) == [.ignored, .scored(0), .scored(1)])
    #expect(report.labels.map(\.count.pixels) == [3, 21, 12])
    #expect(report.labels.map(\.count.maps) == [3, 3, 3])
    #expect(report.classesNeverSeen == [2])
    #expect(completed.withLock { $0 } == [1, 2, 3])
  }

  @Test("an image that is cut off in its header is found without decoding it")
  func imageCutInHeader() throws {
    try set.cut("data/images/b.png", to: 20)
    let report = try set.check().report()
    #expect(report.outline == ["unreadable-image b"])
    #expect(report.messages.contains("images/b.png: the PNG is truncated"), "\(report.messages)")
  }

  @Test("an image that is cut off behind its header is found by decoding it")
  func imageCutBehindHeader() throws {
    try set.cut("data/images/b.png", to: 50)
    #expect(try set.check().report().isSound)
    let report = try set.check(images: .pixels).report()
    #expect(report.outline == ["unreadable-image b"])
  }

  @Test("images are not looked at where they are elsewhere")
  func labelsOnly() throws {
    try set.remove("data/images")
    #expect(try set.check(images: .none).report().isSound)
  }

  @Test("a label map that is cut off is named")
  func cutLabel() throws {
    try set.cut("data/labels/c.png", to: 40)
    let report = try set.check().report()
    #expect(report.outline == ["unreadable-label c"])
    #expect(report.messages.contains("labels/c.png"), "\(report.messages)")
  }

  @Test("a label map of colours is told for what it is, and how to mend it")
  func colourLabel() throws {
    let colours = RGBImage(width: 4, height: 3, samples: Array(repeating: 7, count: 36))
    try set.folder.write(colours.pngData(), to: "data/labels/a.png")
    let report = try set.check().report()
    #expect(report.outline == ["unreadable-label a"])
    #expect(report.messages.contains("RGB colours"), "\(report.messages)")
    #expect(report.messages.contains("export the labels as an index PNG"), "\(report.messages)")
  }

  @Test("a label map that belongs to another picture is found by its size")
  func swappedLabel() throws {
    try set.writeLabels("a", Array(repeating: 1, count: 15), width: 5)
    let report = try set.check().report()
    #expect(report.outline == ["sizes-differ a"])
    #expect(report.messages.contains("4 × 3"), "\(report.messages)")
    #expect(report.messages.contains("5 × 3"), "\(report.messages)")
  }

  @Test("labels outside the table are counted and told with their pixels")
  func unknownLabels() throws {
    try set.writeLabels("b", [9, 9, 9, 9, 1, 1, 1, 1, 1, 1, 1, 0])
    let report = try set.check().report()
    #expect(report.outline == ["unknown-labels b"])
    #expect(report.messages.contains("9 (4 pixels)"), "\(report.messages)")
    #expect(report.labels.last?.meaning == .unknown)
    #expect(report.labels.last?.count == LabelHistogram.Count(pixels: 4, maps: 1))
  }

  @Test("a label map of 16 bits is read, and numbers of instances are recognised")
  func wideLabels() throws {
    try set.writeLabels("b", [26_001, 26_001, 26_002, 1, 1, 1, 1, 1, 1, 1, 1, 0])
    let report = try set.check().report()
    #expect(report.outline == ["unknown-labels b"])
    #expect(report.messages.contains("numbers of instances"), "\(report.messages)")
    #expect(report.labels.map(\.value) == [0, 1, 2, 26_001, 26_002])
  }

  @Test("values outside the table are recognised among train ids too")
  func unknownTrainIDs() throws {
    try set.writeLabels("a", [3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255])
    let dataset = Dataset(
      name: "own", split: nil, classList: try ClassList(name: "own", texts: [["x"], ["y"]]),
      labelTable: .trainIDs(classCount: 2),
      samples: [
        Sample(
          id: "a", image: set.url("data/images/a.png"), label: set.url("data/labels/a.png"),
          labelEncoding: .trainIDs)
      ])
    let report = try DatasetCheck(.labelMaps(dataset)).report()
    #expect(report.outline == ["unknown-labels a"])
    #expect(report.labels.map(\.encoding) == [.trainIDs, .trainIDs, .trainIDs])
    #expect(report.labels.map(\.meaning) == [.scored(0), .unknown, .ignored])
  }

  @Test("everything that is wrong is told at once, the same for any number of workers")
  func allProblems() throws {
    try set.write("d")
    try set.write("e", width: 6)
    try set.cut("data/images/a.png", to: 20)
    try set.writeLabels("a", Array(repeating: 77, count: 12))
    try set.remove("data/labels/b.png")
    try set.cut("data/labels/d.png", to: 0)
    let reports = try [1, 2, 5].map { try set.check().report(workers: Workers($0)) }
    #expect(
      reports[0].outline == [
        "unreadable-image a", "unknown-labels a", "missing-label b", "unreadable-label d",
        "sizes-differ e",
      ])
    #expect(reports[0].imageCount == 5)
    #expect(reports[1] == reports[0] && reports[2] == reports[0])
  }

  @Test("of many problems of a kind the first are kept and all are counted")
  func manyProblems() throws {
    for number in 10..<35 {
      try set.write("n\(number)")
      try set.cut("data/labels/n\(number).png", to: 30)
    }
    try set.writeLabels("c", Array(repeating: 8, count: 12))
    let report = try set.check().report()
    #expect(report.problems.counts == [.unreadableLabel: 25, .unknownLabels: 1])
    #expect(report.problems.kept(of: .unreadableLabel).map(\.sample).last == "n29")
    #expect(report.problems.kept.count == DatasetProblems.limit + 1)
  }
}
