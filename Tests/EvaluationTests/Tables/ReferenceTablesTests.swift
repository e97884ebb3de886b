import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite("Published tables")
struct ReferenceTablesTests {
  private static let small = """
    {
      "name": "small", "summary": "A table of a test.",
      "sources": [{ "name": "book", "text": "a book" }],
      "tables": [{
        "name": "first", "title": "First", "protocol": "paper", "texts": ["Method"],
        "columns": [
          { "title": "Street", "score": "mIoU", "config": "paper/segmentation-cityscapes" }],
        "rows": [
          { "texts": ["CLIP Surgery"], "method": "clip-surgery", "paper": [31.40], "source": "book" }]
      }]
    }
    """

  private func read(_ text: String) throws -> ReferenceTables {
    let sandbox = try ConfigurationSandbox()
    try sandbox.folder.write(text, to: "small.json")
    return try ReferenceTables(
      named: "small.json", statedAt: .standard, in: sandbox.surroundings)
  }

  @Test("The shipped tables hold the numbers of their sources, and nothing else")
  func shipped() throws {
    let tables = try ReferenceTables(
      named: "paper", statedAt: .standard, in: PaperRun.surroundings
    ).tables
    let numbers = tables.map { table in
      table.rows.map { $0.paper.map { $0?.value } }
    }
    #expect(
      tables.map(\.name) == [
        "ablation", "explainability", "segmentation", "multi-label-activations", "multi-label",
        "gem",
      ])
    #expect(numbers[0] == [[-16.73], [31.15], [34.32]])
    #expect(
      numbers[1].compactMap { $0[0] == nil && $0[1] == nil ? nil : $0 }
        == [[15.76, -16.73], [46.28, 34.32]])
    #expect(
      numbers[2] == [
        [16.3, 16.4, nil], [22.3, 14.8, 21.1], [22.4, 13.3, 12.4], [24.7, nil, nil],
        [22.4, 15.3, 22.7], [29.3, 21.9, 31.4],
      ])
    #expect(numbers[3] == [[nil], [nil], [42.85], [47.19]])
    #expect(numbers[4] == [[35.58], [39.99], [36.56], [37.6], [43.6], [44.99], [48.28]])
    #expect(
      numbers[5] == [
        [10.4, 7.7, 1.7], [28.6, 23.8, 10.2], [41.2, 30.5, 12.9], [46.2, 32.6, 15.7],
      ])
    // 31.15 is derived: the gains of the second version's ablation add up to the first version's.
    #expect(abs(-16.73 + 47.88 - 31.15) < 1e-9)
    #expect(abs(-16.73 + 47.88 + 3.17 - 34.32) < 1e-9)
  }

  @Test(
    "The suite of the paper runs every experiment of its tables, each under the preset as it is")
  func suite() throws {
    let surroundings = PaperRun.surroundings
    let suite = try ExperimentSuite(named: "paper", statedAt: .standard, in: surroundings)
    let tables = try ReferenceTables(named: "paper", statedAt: .standard, in: surroundings).tables
    let named = Set(
      tables.flatMap { table in
        table.rows.flatMap { row in
          row.method == nil
            ? [] : table.columns.compactMap { (row.config ?? $0.config)?.value }
        }
      })
    #expect(Set(suite.experiments) == named)
    #expect(suite.ending == .published("paper"))
    let folder = SharedData.packageRoot.appending(path: "Configs/paper").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(Set(files.map { "paper/" + $0.replacing(".json", with: "") }) == named)
    for config in suite.experiments {
      let file = try CellExperiment(Stated(config, from: .standard), in: surroundings).file
      #expect(file.document.presetName == "paper")
      for row in try file.document.rows
      where row.key.names.first == "protocol" && row.key != "protocol.preset" {
        #expect(row.confidence != nil, "\(config) states its own \(row.key)")
      }
    }
  }

  @Test("A number keeps the digits that were printed")
  func digits() throws {
    let table = try #require(try read(Self.small).tables.first)
    #expect(table.rows[0].paper == [ReferenceNumber(value: 31.4, fractionDigits: 2)])
    #expect(table.rows[0].source == "a book")
  }

  @Test(
    "What is wrong is told with its place",
    arguments: [
      (
        "\"texts\": [\"CLIP Surgery\"]", "\"text\": [\"CLIP Surgery\"]",
        "unknown key `tables.rows.text`; did you mean `tables.rows.texts`?"
      ),
      ("[31.40]", "[31.40, 2]", "has 1 words and 2 numbers, where the table first has 1 and 1"),
      ("[31.40]", "[\"31.40\"]", "expected a number from -100 to 100 in plain digits, or null"),
      ("[31.40]", "[314]", "is 314, expected a number from -100 to 100"),
      ("[31.40]", "[3.14e1]", "is 3.14e1, expected a number from -100 to 100 in plain digits"),
      (", \"source\": \"book\"", "", "has a number without a `source`"),
      ("\"source\": \"book\"", "\"source\": \"bok\"", "did you mean `book`?"),
      ("\"score\": \"mIoU\"", "\"score\": \"mIou\"", "did you mean `mIoU`?"),
      ("\"title\": \"First\",", "", "`tables.title` is not stated"),
    ])
  func mistakes(part: String, replacement: String, message: String) throws {
    let text = Self.small.replacing(part, with: replacement)
    #expect(text != Self.small)
    do {
      _ = try read(text)
      Issue.record("read without a complaint")
    } catch let error as ConfigurationError {
      #expect(error.description.contains(message), "\(error)")
      #expect(error.description.contains("small.json:"), "\(error)")
    }
  }

  @Test(
    "A table that asks an experiment for what it does not give is refused",
    arguments: [
      ("\"method\": \"clip-surgery\"", "\"method\": \"clip-surgry\"", "known: clip, clip-surgery"),
      ("\"score\": \"mIoU\"", "\"score\": \"mAP\"", "whose task segmentation gives no mAP"),
      ("paper/segmentation-cityscapes", "paper/segmentation", "no configuration"),
      ("paper/segmentation-cityscapes", "cityscapes", "`model.name` is not stated"),
    ])
  func impossible(part: String, replacement: String, message: String) throws {
    let sandbox = try ConfigurationSandbox()
    try sandbox.folder.write(Self.small.replacing(part, with: replacement), to: "small.json")
    let reference = try ReferenceTables(
      named: "small.json", statedAt: .standard, in: sandbox.surroundings)
    do {
      _ = try PaperComparison(
        of: reference, with: RunCatalogue(below: sandbox.folder.url), in: sandbox.surroundings)
      Issue.record("compared without a complaint")
    } catch let error as ConfigurationError {
      #expect(error.description.contains(message), "\(error)")
    }
  }
}
