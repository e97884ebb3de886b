import Datasets
import Foundation
import Metrics
import TestSupport
import Testing

@testable import Evaluation

@Suite("A run read back from its records")
struct RecordedRunTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// The pixels of two methods in three images of two classes: triples of truth, prediction and count.
  static let confusions: [[[[Int64]]]] = [
    [[[0, 0, 3], [0, 1, 1]], [[0, 0, 4]]],
    [[[0, 0, 2], [1, 2, 2]], [[1, 1, 2], [0, 0, 2]]],
    [[[0, 1, 4]], [[0, 0, 1], [0, 1, 3]]],
  ]

  /// Leaves a run as the program would.
  private func leaveRun(_ confusions: [[[[Int64]]]] = confusions) throws {
    let names = ["clip", "clip-surgery"]
    let lines = confusions.enumerated().flatMap { image, rows in
      zip(names, rows).map { name, cells in
        #"{"id":"\#(["a", "b", "c"][image])","method":"\#(name)","seconds":1,"#
          + #""hashes":{"image":"\#(image)"},"ignoredPixels":0,"confusion":\#(cells)}"# + "\n"
      }
    }
    try folder.write(lines.joined(), to: "images.jsonl")
    let rows = names.enumerated().map { row, name in
      var matrix = ConfusionMatrix(classCount: 2)
      for cell in Self.confusions.flatMap({ $0[row] }) {
        matrix.add(cell[2], truth: Int(cell[0]), prediction: Int(cell[1]))
      }
      return ResultRow(
        method: name, classNames: ["sky", "sea"], images: 3, confusion: matrix,
        policy: .predictedCountsZero, leavingOut: [])
    }
    let result = ResultDocument(
      hash: "abc",
      experiment: [
        "content": [
          "task": "segmentation", "protocol": ["absentClasses": "predicted-counts-zero"],
          "dataset": ["kind": "folder", "images": .content(ofIDs: ["a", "b", "c"])],
        ],
        "description": ["protocol": ["evidence": ["absentClasses": ["status": "inferred"]]]],
      ], rows: rows,
      execution: Execution(
        date: Date(timeIntervalSince1970: 0), version: "1", arguments: [], processor: "p",
        matrixKernels: nil, workers: 1, batch: 1, files: [:], seconds: [:]))
    try folder.write(result.jsonData(), to: "result.json")
  }

  private func read(
    _ selection: SampleSelection = .all, _ policy: AbsentClassPolicy? = nil
  ) throws -> RecordedRun {
    try RecordedRun(contentsOf: folder.url, selecting: selection, absentClasses: policy)
  }

  @Test(
    "It is the run's own where all is asked for, and its rows come out of the records as they were")
  func whole() throws {
    try leaveRun()
    let own = try read()
    #expect(own.rescoring == nil && own.ids == ["a", "b", "c"])
    let again = try read(.range(0..<3), .predictedCountsZero)
    #expect(again.rescoring == nil)
    #expect(again.result.rows == own.result.rows)
    #expect(again.result.experiment == own.result.experiment)
  }

  @Test("A part has the scores of its own pixels, and the experiment that asks for it")
  func part() throws {
    try leaveRun()
    let part = try read(.first(1))
    #expect(part.rescoring == Rescoring(images: 1, imagesOfRun: 3, replacedPolicy: nil))
    #expect(part.result.rows.map(\.images) == [1, 1])
    // Of four pixels of the sky the first method takes one for the sea, which nobody shows.
    #expect(part.result.rows[0].metrics[.mIoU] == .some(37.5))
    #expect(part.result.rows[1].metrics[.mIoU] == .some(100))
    #expect(
      part.result.experiment["content", "dataset", "images"] == .content(ofIDs: ["a"]))
    #expect(part.result.hash != "abc")
  }

  @Test("Another policy moves the means alone, and is said in the experiment")
  func policy() throws {
    try leaveRun()
    let part = try read(.first(1), .presentOnly)
    #expect(
      part.rescoring
        == Rescoring(images: 1, imagesOfRun: 3, replacedPolicy: .predictedCountsZero))
    #expect(part.result.rows[0].metrics[.mIoU] == .some(75))
    #expect(part.result.absentClassPolicy == .presentOnly)
    #expect(
      part.result.experiment["description", "protocol", "evidence", "absentClasses"] == nil)
    #expect(try read(.all, .zero).result.rows.map(\.images) == [3, 3])
  }

  @Test("A record that cannot be is named by its line, and harms no part without it")
  func damage() throws {
    var confusions = Self.confusions
    confusions[1][1] = [[0, 5, 1]]
    try leaveRun(confusions)
    for selection in [SampleSelection.all, .range(1..<3), .sample("b")] {
      let error = #expect(throws: RecordError.self) { try read(selection) }
      guard case .malformed(_, 4, _)? = error else {
        Issue.record("\(selection): \(String(describing: error))")
        continue
      }
    }
    #expect(try read(.sample("c")).ids == ["c"])
  }

  @Test("A path of keys is read, set and removed, and leads nowhere through what is no object")
  func paths() {
    var value: JSONValue = ["a": ["b": 1], "c": 2]
    #expect(value[at: ["a", "b"]] == 1)
    #expect(value[at: ["c", "b"]] == nil)
    value[at: ["a", "d"]] = 3
    value[at: ["c", "b"]] = 4
    value[at: ["e", "b"]] = 5
    #expect(value == ["a": ["b": 1, "d": 3], "c": 2])
    value[at: ["a", "b"]] = nil
    #expect(value == ["a": ["d": 3], "c": 2])
  }
}
