import Datasets
import Foundation
import OpenVocabulary
import TestSupport
import Testing

@testable import Evaluation

@Suite("Trivial scores")
struct TrivialScoreTests {
  let set: LabelledFolder

  init() throws {
    set = try LabelledFolder(ids: [])
    for id in ["a", "b"] { try set.writeImage(id) }
    // 4 of 12 pixels are 1 and 8 are 2; then 3 are 1, 3 are 0 and 6 are 255.
    try set.writeLabels("a", [1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2])
    try set.writeLabels("b", [1, 1, 1, 0, 0, 0, 255, 255, 255, 255, 255, 255])
  }

  private func scores(
    of table: LabelTable, background: Int? = nil
  ) throws -> TrivialScores {
    let names = (0..<table.classCount).map { ["class \($0)"] }
    let dataset = Dataset(
      name: "own", split: nil, classList: try ClassList(name: "own", texts: names),
      labelTable: table,
      samples: ["a", "b"].map { id in
        Sample(
          id: id, image: set.url("data/images/\(id).png"),
          label: set.url("data/labels/\(id).png"))
      }, backgroundClass: background)
    let report = try DatasetCheck(.labelMaps(dataset)).report()
    #expect(report.isSound, "\(report.messages)")
    return try #require(report.trivialScores)
  }

  /// Expects a score up to the last bit of its sums.
  private func expectEqual(
    _ actual: Double?, _ expected: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let difference = actual.map { abs($0 - expected) } ?? .infinity
    #expect(
      difference <= expected.ulp, "got \(String(describing: actual)), expected \(expected)",
      sourceLocation: sourceLocation)
  }

  @Test("a background that is a class is outside of the others and no foreground itself")
  func backgroundIsClass() throws {
    let scores = try scores(of: .voc21, background: 0)
    // Class 1: (4/12 + 3/6) / 2 = 5/12. Class 2: 8/12. Their mean: 13/24.
    expectEqual(scores.allForeground, 13.0 / 24)
    // Of 18 scored pixels 8 are of class 2, and 3 classes occur.
    #expect(scores.majorityClass == 2)
    #expect(scores.majorityAccuracy == 8.0 / 18)
    expectEqual(scores.majorityMIoU, 8.0 / 54)
  }

  @Test("a background that is not scored is outside of the classes all the same")
  func backgroundIsUnscored() throws {
    let scores = try scores(of: .voc20)
    expectEqual(scores.allForeground, 13.0 / 24)
    // Of 15 scored pixels 8 are of train id 1, and 2 classes occur.
    #expect(scores.majorityClass == 1)
    #expect(scores.majorityAccuracy == 8.0 / 15)
    expectEqual(scores.majorityMIoU, 8.0 / 30)
  }

  @Test("void pixels are neither inside nor outside")
  func voidIsNeither() throws {
    // Class 1 then fills the second image: (4/12 + 3/3) / 2 = 8/12, as does class 2.
    let entries =
      [0, 255].map { LabelTable.Entry(raw: $0, trainID: nil) }
      + (1...20).map { LabelTable.Entry(raw: $0, trainID: $0 - 1) }
    let scores = try scores(of: LabelTable(classCount: 20, entries: entries))
    expectEqual(scores.allForeground, 2.0 / 3)
  }

  @Test("without a scored pixel there is no score")
  func noPixels() throws {
    for id in ["a", "b"] { try set.writeLabels(id, Array(repeating: 0, count: 12)) }
    let scores = try scores(of: .voc20)
    #expect(
      scores
        == TrivialScores(
          allForeground: nil, majorityClass: nil, majorityMIoU: nil, majorityAccuracy: nil))
  }
}
