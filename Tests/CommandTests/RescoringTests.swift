import Foundation
import TestSupport
import Testing

extension BinaryTests {
  /// A part of a run's images, or another policy, scored again from what the run recorded.
  @Suite("evaluate show RUN on a part of its images")
  struct RescoringTests {
    static let configs = [
      "demo.json", "demo/explainability.json", "demo/multi-label.json", "demo/points.json",
    ]

    let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
    }

    private func run(
      _ name: String, _ more: [String], config: String = "demo.json"
    ) async throws -> URL {
      let place = folder.url.appending(path: name)
      let process = try await EvaluateProcess.run(
        ["--config", config, "--quiet", "--output", place.argument] + more)
      #expect(process.exitCode == 0, "\(process.messages)")
      return place
    }

    private func show(_ run: URL, _ more: [String]) async throws -> String {
      let process = try await EvaluateProcess.run(["show", run.argument] + more)
      #expect(process.exitCode == 0 && process.messages == "", "\(process.messages)")
      return process.output
    }

    /// What a fresh run leaves, less its execution, as `--json` prints it.
    private func expect(_ shown: String, toBeOf fresh: URL) throws {
      let result = try ResultText(in: fresh)
      for member in ["experiment", "hash", "rows", "schemaVersion"] {
        let expected = result.of(member).trimmingCharacters(in: CharacterSet(charactersIn: "}\n,"))
        let got = ResultText(shown).of(member)
          .trimmingCharacters(in: CharacterSet(charactersIn: "}\n,"))
        #expect(!expected.isEmpty && got == expected, "\(member)")
      }
    }

    @Test("It is what a run on these images alone gives, byte for byte", arguments: configs)
    func fresh(config: String) async throws {
      let whole = try await run("whole", ["--limit", "12"], config: config)
      let part = try await run("part", ["--range", "3:9"], config: config)
      try expect(try await show(whole, ["--range", "3:9", "--json"]), toBeOf: part)
      try expect(try await show(whole, ["--range", "0:12", "--json"]), toBeOf: whole)
      try expect(try await show(whole, ["--json"]), toBeOf: whole)
      let schema = try JSONSchema(
        contentsOf: SharedData.packageRoot.appending(path: "Documentation/baseline.schema.json"))
      let json = try PlainJSON(
        Data(try await show(whole, ["--image", Demo.ids[4], "--json"]).utf8))
      #expect(schema.violations(of: json) == [])
      #expect(json["/rows/0/images"] == 1)
    }

    @Test("Ids are taken in the run's order, whatever the order of the list")
    func ids() async throws {
      let whole = try await run("whole", ["--limit", "6"])
      let list = try folder.write(
        [4, 1, 3].map { Demo.ids[$0] + "\n" }.joined(), to: "ids.txt")
      let part = try await run("part", ["--ids", list.argument])
      try expect(try await show(whole, ["--ids", list.argument, "--json"]), toBeOf: part)
    }

    private static let fromElsewhere = [
      ["--predictions", Demo.labels.argument, "--encoding", "raw"],
      [
        "--score-maps",
        SharedData.packageRoot.appending(path: "Tests/CommandTests/Fixtures/score-maps").argument,
        "--set", "method=clip",
      ],
    ]

    @Test("What another program computed is no exception", arguments: fromElsewhere)
    func scoredFromElsewhere(source: [String]) async throws {
      func score(_ name: String, _ more: [String]) async throws -> URL {
        let place = folder.url.appending(path: name)
        let process = try await EvaluateProcess.run(
          ["score", "--config", "demo.json", "--quiet", "--output", place.argument] + source + more)
        #expect(process.exitCode == 0, "\(process.messages)")
        return place
      }
      let whole = try await score("whole", ["--limit", "4"])
      let part = try await score("part", ["--range", "1:3"])
      try expect(try await show(whole, ["--range", "1:3", "--json"]), toBeOf: part)
    }

    @Test(
      "Another policy for absent classes gives what a run under it gives, on a part as well",
      arguments: ["present-only", "zero"])
    func policies(policy: String) async throws {
      let whole = try await run("whole", ["--limit", "8"])
      for part in [[], ["--range", "2:5"]] {
        let fresh = try await run(
          "fresh\(part.count)",
          ["--set", "protocol.absentClasses=\(policy)"] + (part.isEmpty ? ["--limit", "8"] : part))
        let shown = try await show(whole, part + ["--absent-classes", policy, "--json"])
        try expect(shown, toBeOf: fresh)
      }
      // Three scenes do not show all classes.
      let part = ["--range", "2:5", "--json"]
      let own = ResultText(try await show(whole, part)).of("rows")
      let other = ResultText(try await show(whole, part + ["--absent-classes", policy])).of("rows")
      #expect(other != own, "the policy changes nothing")
      let table = try await show(whole, ["--absent-classes", policy])
      #expect(table.contains("Absent classes: \(policy)."), "\(table)")
      #expect(table.contains("Not the run's own protocol"), "\(table)")
      #expect(table.contains("absent classes are predicted-counts-zero"), "\(table)")
      #expect(!table.contains("A subset"), "\(table)")
      let same = try await show(whole, ["--absent-classes", "predicted-counts-zero"])
      #expect(same == (try await show(whole, [])))
    }

    @Test(
      "Every table of a part says that it is one",
      arguments: ["demo.json", "demo/multi-label.json"])
    func stamps(config: String) async throws {
      let whole = try await run("whole", ["--limit", "40"], config: config)
      let note = "A subset: 32 of the run's 40 images"
      let tables = try await show(
        whole, ["--range", "4:36", "--intervals", "--resamples", "100"])
      #expect(tables.contains(", 32 of 40 images, protocol demo"), "\(tables)")
      #expect(tables.contains("Intervals: 32 of 40 images"), "\(tables)")
      #expect(tables.ranges(of: note).count >= 3, "\(tables)")
      let all = try await show(whole, ["--range", "0:40"])
      #expect(all == (try await show(whole, [])))
      guard config != "demo/multi-label.json" else { return }
      let worst = try await show(whole, ["--range", "4:36", "--worst", "40"])
      #expect(worst.contains(note), "\(worst)")
      let shown = Set(
        worst.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
          .filter { $0.hasPrefix("demo_") })
      #expect(shown.count == 32 && shown.isSubset(of: Demo.ids[4..<36]), "\(worst)")
    }

    @Test("Two runs of other images are compared on those that both have")
    func comparing() async throws {
      let first = try await run("first", ["--limit", "40"])
      let second = try await run("second", ["--range", "4:36", "--set", "method=clip-surgery"])
      let list = try folder.write(
        Demo.ids[4..<36].map { $0 + "\n" }.joined(), to: "ids.txt")
      let process = try await EvaluateProcess.run([
        "compare", first.argument, second.argument, "--ids", list.argument, "--method",
        "clip-surgery", "--permutations", "50", "--resamples", "100",
      ])
      #expect(process.exitCode == 0, "\(process.messages)")
      #expect(
        process.output.contains("clip-surgery: segmentation, 32 of 40 images"), "\(process.output)")
      #expect(process.output.contains("First run: A subset"), "\(process.output)")
      let line = try #require(
        process.output.split(separator: "\n").first { $0.hasPrefix("mIoU") })
      #expect(line.split(separator: " ")[3] == "0.00", "\(line)")
    }

    @Test("What a run does not have is refused, with what it has")
    func refused() async throws {
      let run = try await run("run", ["--limit", "6"])
      let points = try await self.run("points", ["--limit", "2"], config: "demo/points.json")
      func show(_ run: URL, _ more: [String], mentioning parts: [String]) async throws {
        try await EvaluateProcess.run(["show", run.argument] + more)
          .expectRefusal(mentioning: parts)
      }
      try await show(
        run, ["--image", "demo_000O01"], mentioning: ["demo_000O01", "the run", "demo_000001"])
      try await show(run, ["--image", Demo.ids[7]], mentioning: [Demo.ids[7], "the run"])
      try await show(run, ["--range", "4:7"], mentioning: ["4:7", "6 samples", "0:6"])
      let empty = try folder.write("\n\n", to: "empty.txt")
      try await show(run, ["--ids", empty.argument], mentioning: ["empty.txt", "no sample"])
      try await show(
        run, ["--ids", folder.url.appending(path: "none.txt").argument], mentioning: ["none.txt"])
      try await show(
        points, ["--absent-classes", "zero"], mentioning: ["the task points", "segmentation"])
      try FileManager.default.removeItem(at: run.appending(path: "images.jsonl"))
      try await show(run, ["--limit", "2"], mentioning: ["images.jsonl", "subsets"])
    }

    @Test(
      "Options that would say nothing of a run are wrong usage",
      arguments: [
        ["run", "--set", "protocol.inputSize=48"], ["run", "--data", "data"],
        ["run", "--precision", "float32"], ["run", "--absent-classes", "none"],
        ["run", "--range", "5:5"], ["run", "--json", "--worst", "3"],
        ["--config", "demo.json", "--absent-classes", "zero"], ["--keys", "--limit", "3"],
      ])
    func usage(arguments: [String]) async throws {
      let process = try await EvaluateProcess.run(["show"] + arguments)
      #expect(process.exitCode == 64, "\(process.messages)")
      #expect(process.output == "")
    }
  }
}
