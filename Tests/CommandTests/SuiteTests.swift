import Foundation
import TestSupport
import Testing

extension BinaryTests {
  @Suite("evaluate suite")
  struct SuiteTests {
    let folder: TemporaryFolder
    let output: URL

    init() throws {
      folder = try TemporaryFolder()
      output = folder.url.appending(path: "runs")
    }

    private func run(_ suite: String, _ more: [String] = []) async throws -> EvaluateProcess {
      try await EvaluateProcess.run(
        ["suite", suite, "--output", output.argument, "--limit", "2"] + more)
    }

    /// The runs' folders without the hash, and with it.
    private var runs: [String] {
      folder.contents.filter { $0.hasPrefix("runs/") && $0.split(separator: "/").count == 2 }
        .map { String($0.dropFirst("runs/".count)) }
    }

    @Test(
      "The demo's suite runs what the shipped files suffice for, once, and ends with the tables")
    func demo() async throws {
      let first = try await run("demo")
      #expect(first.exitCode == 0, "\(first.messages)")
      #expect(
        runs.map { $0.replacing(/-[0-9a-f]{12}$/, with: "") } == [
          "demo", "demo-explainability", "demo-multi-label", "demo-points",
        ])
      let titles = first.output.split(separator: "\n").filter { $0.hasPrefix("DEMO ") }
      #expect(
        titles == ["DEMO segmentation", "DEMO explainability", "DEMO multi-label", "DEMO points"])
      for part in ["1/4 demo\n", "4/4 demo/points\n", "Images", "Run folder: "] {
        #expect(first.messages.contains(part), "\(part) is not in: \(first.messages)")
      }
      let results = try Data(
        contentsOf: output.appending(path: "\(try #require(runs.first))/result.json"))

      let again = try await run("demo")
      #expect(again.exitCode == 0, "\(again.messages)")
      #expect(again.output == first.output)
      #expect(again.messages.ranges(of: "done before").count == 4, "\(again.messages)")
      #expect(!again.messages.contains("Images"))
      #expect(
        try Data(contentsOf: output.appending(path: "\(try #require(runs.first))/result.json"))
          == results)

      // The table of the runs is the suite's.
      let table = try await EvaluateProcess.run(["table", "results", output.argument])
      #expect(table.output == first.output)
    }

    @Test("An experiment that cannot be run is told, the others go on, and another hash runs anew")
    func failure() async throws {
      let small = try SmallExperiment()
      let configuration = small.folder.url.appending(path: "experiment.json").argument
      let suite = try folder.write(
        """
        { "name": "mine", "summary": "A suite of a test.", "table": "results",
          "experiments": ["cityscapes", "\(configuration)"] }
        """, to: "mine.json"
      ).argument
      let process = try await run(suite)
      #expect(process.exitCode == 2, "\(process.messages)")
      #expect(process.messages.contains("error: cityscapes: "), "\(process.messages)")
      #expect(
        process.messages.contains("error: 1 of 2 experiments did not run: cityscapes\n"),
        "\(process.messages)")
      #expect(process.output.hasPrefix("segmentation\nRun "), "\(process.output)")
      #expect(runs.count == 1)

      let changed = try await run(suite, ["--set", "protocol.inputSize=32", "--format", "csv"])
      #expect(changed.exitCode == 2, "\(changed.messages)")
      #expect(runs.count == 2, "\(runs)")
      #expect(changed.output.hasPrefix("task,run,data set,"), "\(changed.output)")
    }

    @Test("Without data the paper's suite says what it lacks and still ends with the tables")
    func paper() async throws {
      let process = try await run(
        "paper", ["--data", folder.url.argument, "--format", "markdown"])
      #expect(process.exitCode == 2)
      #expect(process.messages.contains("error: 10 of 10 experiments did not run: "))
      #expect(
        process.messages.contains("`dataset.root`: no cityscapes data set"), "\(process.messages)")
      #expect(process.output.contains("**Table 6: open-vocabulary semantic segmentation"))
      #expect(folder.contents.isEmpty)
    }

    @Test("A suite that does not exist is refused with those that do")
    func unknown() async throws {
      let process = try await run("papr")
      process.expectRefusal(mentioning: ["no suite `papr`", "Did you mean paper?"])
    }
  }
}
