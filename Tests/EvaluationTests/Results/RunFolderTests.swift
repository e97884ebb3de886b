import Foundation
import Imaging
import Metrics
import TestSupport
import Testing

@testable import Evaluation

@Suite("Run folder")
struct RunFolderTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  var place: URL { folder.url.appending(path: "run") }

  func document() throws -> ResultDocument {
    var confusion = ConfusionMatrix(classCount: 3)
    try confusion.add(
      truth: LabelMap(width: 3, height: 1, labels: [0, 0, 1]),
      prediction: LabelMap(width: 3, height: 1, labels: [0, 1, 1]))
    return ResultDocument(
      hash: "abc", experiment: ["name": "test", "nothing": .null],
      rows: [
        ResultRow(
          method: "clip", classNames: ["a", "b", "c"], images: 1, confusion: confusion,
          policy: .predictedCountsZero, leavingOut: [])
      ],
      execution: Execution(
        date: Date(timeIntervalSince1970: 0), version: "1", arguments: ["--config", "x"],
        processor: "p", matrixKernels: nil, workers: 1, batch: 1, files: [:], seconds: [:]))
  }

  let statement = RunStatement(hash: "abc", experiment: ["content": ["task": "segmentation"]])

  @Test("a run is unfinished until its result is there as a whole, which can be read back")
  func roundTrip() throws {
    let run = try RunFolder(beginning: statement, at: place)
    try run.write(
      prediction: LabelMap(width: 2, height: 1, labels: [0, LabelMap.ignored]), of: "city/one",
      by: "clip", classCount: 3)
    #expect(RunFolder.isUnfinished(place) && !RunFolder.isFinished(place))
    try run.finish(with: document())
    #expect(RunFolder.isFinished(place) && !RunFolder.isUnfinished(place))
    #expect(try ResultDocument(contentsOf: place) == document())
    #expect(
      folder.contents.filter { $0.contains(".") }
        == ["run/images.jsonl", "run/predictions/clip/city/one.png", "run/result.json"])
    let stored = try LabelMap(contentsOf: place.appending(path: "predictions/clip/city/one.png"))
    #expect(stored.labels == [0, 255])
  }

  @Test("undefined scores are null, and equal documents are equal bytes")
  func undefinedIsNull() throws {
    let text = String(decoding: try document().jsonData(), as: UTF8.self)
    #expect(text.contains(#""iou" : null"#))
    #expect(text.contains(#""mIoU" : 50"#))
    #expect(try document().jsonData() == document().jsonData())
  }

  @Test("a run that is left before its first image leaves nothing")
  func leavesNothing() throws {
    let run = try RunFolder(beginning: statement, at: folder.url.appending(path: "new/deep/run"))
    try run.write(
      prediction: LabelMap(width: 1, height: 1, labels: [0]), of: "one", by: nil, classCount: 1)
    run.leave()
    #expect(folder.contents.isEmpty)
  }

  @Test("a run that is left with images in it can be continued by the same experiment alone")
  func continues() throws {
    let run = try RunFolder(beginning: statement, at: place)
    try run.records.append([RecordLogTests.record("one", "clip")], at: 0)
    run.leave()
    #expect(folder.contents == ["run", "run/images.jsonl", "run/run.json"])
    let other = RunStatement(hash: "def", experiment: ["content": ["task": "points", "more": 1]])
    #expect(
      throws: RunFolderError.otherExperiment(
        place, differences: ["more: nothing → 1", "task: segmentation → points"])
    ) { try RunFolder(continuing: other, at: place) }
    let again = try RunFolder(continuing: statement, at: place)
    #expect(throws: RunFolderError.unfinished(place)) {
      try RunFolder(beginning: statement, at: place)
    }
    // Continued and left without another image, it keeps those it had.
    again.leave()
    #expect(RunFolder.isUnfinished(place))
  }

  @Test("what lies there already is not touched")
  func refusesExisting() throws {
    let file = try folder.write("precious", to: "run")
    #expect(throws: RunFolderError.exists(place)) {
      try RunFolder(beginning: statement, at: place)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == "precious")
  }

  @Test("a place that cannot be written shows at once")
  func refusesUnwritable() throws {
    try folder.write("a file, no folder", to: "file")
    #expect {
      try RunFolder(beginning: statement, at: folder.url.appending(path: "file/run"))
    } throws: { error in
      guard case RunFolderError.unwritable = error else { return false }
      return true
    }
  }

  @Test("a result of a newer form is refused by its version")
  func refusesNewerSchema() throws {
    try folder.write(#"{"schemaVersion": 99}"#, to: "run/result.json")
    #expect(
      throws: RunFolderError.newerSchema(
        place.appending(path: "result.json"), got: 99, expected: 1)
    ) { try ResultDocument(contentsOf: place) }
  }
}
