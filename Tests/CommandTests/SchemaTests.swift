import Foundation
import TestSupport
import Testing

extension BinaryTests {
  /// What the program writes is what `Documentation/*.schema.json` says that it writes.
  @Suite("The files of a run and their schemas")
  struct SchemaTests {
    let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
    }

    private static func schema(_ name: String) throws -> JSONSchema {
      try JSONSchema(
        contentsOf: SharedData.packageRoot.appending(path: "Documentation/\(name).schema.json"))
    }

    private func run(_ arguments: [String], into place: URL) async throws {
      let process = try await EvaluateProcess.run(
        arguments + ["--quiet", "--limit", "3", "--output", place.argument])
      #expect(process.exitCode == 0, "\(process.messages)")
    }

    private func expectFitting(_ place: URL, lines: Int) throws {
      let result = try PlainJSON(contentsOf: place.appending(path: "result.json"))
      #expect(try Self.schema("result").violations(of: result) == [])
      let records = try PlainJSON.lines(of: place.appending(path: "images.jsonl"))
      #expect(records.count == lines)
      let schema = try Self.schema("images")
      for record in records { #expect(schema.violations(of: record) == []) }
    }

    @Test(
      "A run of every task leaves files that fit",
      arguments: [
        ("demo.json", 2), ("demo/explainability.json", 4), ("demo/multi-label.json", 3),
        ("demo/points.json", 2),
      ])
    func tasks(config: String, rows: Int) async throws {
      let place = folder.url.appending(path: "run")
      try await run(["--config", config], into: place)
      try expectFitting(place, lines: 3 * rows)
    }

    @Test("So do scored predictions, and an image that shows no class")
    func predictions() async throws {
      let place = folder.url.appending(path: "run")
      try await run(
        [
          "score", "--config", "demo.json", "--predictions", Demo.labels.argument, "--encoding",
          "raw",
        ],
        into: place)
      try expectFitting(place, lines: 3)
      let table = #"dataset.labelMap={"255": 0}"#
      let ignored = #"dataset.ignoreLabel=\#(Array(0...20))"#
      let empty = folder.url.appending(path: "empty")
      try await run(
        [
          "--config", "demo.json", "--set", table, "--set", ignored, "--set",
          "dataset.classes=\(try oneClass())",
        ],
        into: empty)
      try expectFitting(empty, lines: 6)
    }

    @Test(
      "So do scores and tokens of another program",
      arguments: ["demo.json", "demo/explainability.json", "demo/points.json"])
    func scoreMaps(config: String) async throws {
      let fixtures = SharedData.packageRoot
        .appending(path: "Tests/CommandTests/Fixtures/score-maps")
      let tokens = folder.url.appending(path: "tokens")
      try await run(
        [
          "score", "--config", config, "--score-maps", fixtures.argument, "--set",
          "method=clip-surgery",
        ], into: tokens)
      try expectFitting(tokens, lines: 3 * 2)
      for id in Demo.ids.prefix(3) {
        try folder.write(
          ArrayFile(shape: [18, 1, 1], values: (0..<18).map(Float.init)).data,
          to: "maps/\(id).npy")
      }
      let scores = folder.url.appending(path: "scores")
      try await run(
        [
          "score", "--config", config, "--score-maps",
          folder.url.appending(path: "maps").argument,
        ], into: scores)
      try expectFitting(scores, lines: 3)
    }

    private func oneClass() throws -> String {
      try folder.write("sky\n", to: "classes.txt").argument
    }

    /// Changes of a result that no program may make, and a word of what is said of each.
    static let changes: [(place: String, value: PlainJSON?, complaint: String)] = [
      ("/hash", nil, "hash is missing"),
      ("/hash", "1234", "is not of the form"),
      ("/schemaVersion", 2, "2 is not 1"),
      ("/note", "x", "note is not known"),
      ("/experiment/content/task", "segmentations", "is none of"),
      ("/experiment/content/task", "points", "background is not known"),
      ("/experiment/content/seed", 1, "seed is not known"),
      ("/experiment/content/model", nil, "model is missing"),
      ("/experiment/content/model", .null, "scores is missing"),
      ("/experiment/content/scores", ["from": "predictions"], "object is none of"),
      ("/experiment/content/templates", .null, "null is none of"),
      ("/experiment/content/methods", [], "0 elements"),
      ("/experiment/content/protocol/inputSize", nil, "inputSize is missing"),
      ("/experiment/content/protocol/segmentation", nil, "segmentation is missing"),
      ("/experiment/content/dataset/labelTable", nil, "labelTable is missing"),
      ("/experiment/content/protocol/absentClasses", "present", "is none of"),
      ("/experiment/content/protocol/outside", "all", "outside is not known"),
      ("/experiment/content/protocol/inputSize", [64], "fits none"),
      ("/experiment/content/methods/0/firstBlock", 0, "0 is too small"),
      ("/experiment/expects", ["mAp": ["value": 1, "tolerance": 0]], "is none of"),
      ("/rows", [], "0 elements"),
      ("/rows/0/metrics/mIoU", nil, "mIoU is missing"),
      ("/rows/0/metrics/mIoU", "12.5", "string is none of"),
      ("/rows/0/metrics/mIoU", 100.5, "too large"),
      ("/rows/0/metrics/mSC", 12.5, "mSC is not known"),
      ("/rows/0/perClass/3/iou", nil, "iou is missing"),
      ("/rows/0/perClass/3/truthPixels", 0.5, "number is none of"),
      ("/rows/0/perClass/3/pairs", 1, "pairs is not known"),
      ("/rows/1/confusion", nil, "confusion is missing"),
      ("/rows/1/confusion/counts/2/1", -1, "-1 is too small"),
      ("/rows/1/counts", ["pairs": 2], "counts is not known"),
      ("/rows/1/leftOutOfMeans", [3, 3], "uniqueItems"),
      ("/rows/1/images", nil, "images is missing"),
      ("/execution/date", "yesterday", "is not of the form"),
      ("/execution/workers", 0, "0 is too small"),
      ("/execution/seconds", [:], "total is missing"),
    ]

    @Test("A result that says anything else does not fit, and undefined scores do")
    func changes() async throws {
      let place = folder.url.appending(path: "run")
      try await run(["--config", "demo.json"], into: place)
      let schema = try Self.schema("result")
      let result = try PlainJSON(contentsOf: place.appending(path: "result.json"))
      for (place, value, complaint) in Self.changes {
        let violations = schema.violations(of: result.replacing(place, with: value))
        #expect(
          violations.contains { $0.contains(complaint) },
          "\(place) as \(value.map(\.description) ?? "nothing"): \(violations)")
      }
      for place in ["/rows/0/metrics/mIoU", "/rows/0/perClass/3/iou"] {
        #expect(schema.violations(of: result.replacing(place, with: .null)) == [])
      }
      let records = try PlainJSON.lines(of: place.appending(path: "images.jsonl"))
      let images = try Self.schema("images")
      let record = try #require(records.first)
      for (place, value) in Self.recordChanges {
        #expect(
          !images.violations(of: record.replacing(place, with: value)).isEmpty,
          "\(place) as \(value.map(\.description) ?? "nothing")")
      }
    }

    static let recordChanges: [(place: String, value: PlainJSON?)] = [
      ("/id", nil), ("/id", ""), ("/hashes/image", "12"), ("/hashes", [:]), ("/seconds", -1),
      ("/confusion", nil), ("/confusion/0", [1, 2]), ("/confusion/0/2", 0.5), ("/maps", []),
      ("/ignoredPixels", "3"), ("/points", []),
    ]
  }
}
