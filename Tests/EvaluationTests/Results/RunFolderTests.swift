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

  @Test("a finished run is there as a whole and can be read back")
  func roundTrip() throws {
    let run = try RunFolder(at: place)
    try run.write(
      prediction: LabelMap(width: 2, height: 1, labels: [0, LabelMap.ignored]), of: "city/one",
      by: "clip", classCount: 3)
    #expect(!FileManager.default.fileExists(atPath: place.path(percentEncoded: false)))
    try run.finish(with: document())
    #expect(try ResultDocument(contentsOf: place) == document())
    #expect(
      folder.contents.filter { $0.hasSuffix("png") || $0.hasSuffix("json") }
        == ["run/predictions/clip/city/one.png", "run/result.json"])
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

  @Test("a run that is discarded leaves nothing")
  func discards() throws {
    let run = try RunFolder(at: folder.url.appending(path: "new/deep/run"))
    try run.write(
      prediction: LabelMap(width: 1, height: 1, labels: [0]), of: "one", by: nil, classCount: 1)
    run.discard()
    #expect(folder.contents.isEmpty)
  }

  @Test("what lies there already is not touched")
  func refusesExisting() throws {
    let file = try folder.write("precious", to: "run")
    #expect(throws: RunFolderError.exists(place)) { try RunFolder(at: place) }
    #expect(try String(contentsOf: file, encoding: .utf8) == "precious")
  }

  @Test("a place that cannot be written shows at once")
  func refusesUnwritable() throws {
    try folder.write("a file, no folder", to: "file")
    #expect {
      try RunFolder(at: folder.url.appending(path: "file/run"))
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
