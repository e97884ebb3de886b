import Foundation
import Imaging
import TestSupport
import Testing

extension BinaryTests {
  @Suite("evaluate run")
  struct RunTests {
    let folder: TemporaryFolder
    let output: URL

    init() throws {
      folder = try TemporaryFolder()
      output = folder.url.appending(path: "run")
    }

    private func run(_ more: [String]) async throws -> EvaluateProcess {
      try await EvaluateProcess.run(["--config", "demo.json", "--output", output.argument] + more)
    }

    /// The ids of the predictions that a run of one method saved.
    private var predictedIDs: [String] {
      folder.contents.filter { $0.hasPrefix("run/predictions/") }
        .map { String($0.dropFirst("run/predictions/".count).dropLast(".png".count)) }
    }

    @Test("A run scores every pixel of its images that has a class, and ends with the table")
    func counts() async throws {
      let process = try await run(["--limit", "3"])
      #expect(process.exitCode == 0, "\(process.messages)")
      let result = try SavedResult(in: output).contents
      #expect(result.rows.map(\.method) == ["clip", "clip-surgery"])
      let labels = try Demo.ids.prefix(3).map {
        try LabelMap(contentsOf: Demo.labels.appending(path: "\($0).png")).labels
      }.joined()
      let ignored = labels.count { $0 == 0 || $0 == 255 }
      for row in result.rows {
        #expect(row.images == 3)
        #expect(row.confusion.classCount == 18)
        #expect(row.confusion.pixels == Int64(labels.count - ignored))
        #expect(row.confusion.ignoredPixels == Int64(ignored))
        for trainID in 0..<18 {
          let truth = labels.count { Int($0) == trainID + 1 }
          #expect(row.perClass[trainID].truthPixels == Int64(truth))
          #expect(row.confusion.counts[trainID].reduce(0, +) == Int64(truth))
        }
      }
      #expect(process.output.contains("clip-surgery"))
      #expect(process.output.hasSuffix("\nRun folder: \(output.argument)\n"))
      #expect(folder.contents == ["run", "run/images.jsonl", "run/result.json"])
    }

    @Test("The activation that is stated is the one that is used")
    func activation() async throws {
      var counts: [String: [[Int64]]] = [:]
      for activation in ["quick-gelu", "gelu"] {
        let run = folder.url.appending(path: activation)
        let process = try await EvaluateProcess.run([
          "--config", "demo.json", "--limit", "2", "--set", "method=clip", "--set",
          "model.activation=\(activation)", "--output", run.argument,
        ])
        #expect(process.exitCode == 0, "\(process.messages)")
        counts[activation] = try SavedResult(in: run).contents.rows[0].confusion.counts
      }
      let plain = try await run(["--limit", "2", "--set", "method=clip"])
      #expect(plain.exitCode == 0, "\(plain.messages)")
      let expected = try SavedResult(in: output).contents.rows[0].confusion.counts
      #expect(counts["quick-gelu"] == expected, "the demo's model is told to have QuickGELU")
      #expect(counts["gelu"] != expected)
    }

    @Test("The tables of a run are shown again as they were printed")
    func shownAgain() async throws {
      let process = try await run(["--limit", "2"])
      let shown = try await EvaluateProcess.run(["show", output.argument])
      #expect(shown.exitCode == 0, "\(shown.messages)")
      #expect(shown.output.contains("mIoU"))
      #expect(process.output == shown.output + "\nRun folder: \(output.argument)\n")
    }

    @Test("Quiet, a run says nothing but its results")
    func quiet() async throws {
      let process = try await run(["--limit", "1", "--quiet"])
      #expect(process.exitCode == 0)
      #expect(process.messages == "")
      #expect(process.output.contains("mIoU"))
    }

    @Test("--range takes the images from a place up to but without another")
    func range() async throws {
      _ = try await run(["--set", "method=clip", "--save-predictions", "--range", "2:4"])
      #expect(predictedIDs == Array(Demo.ids[2..<4]))
      #expect(try SavedResult(in: output).contents.rows.map(\.images) == [2])
    }

    @Test("--image takes one image by its id")
    func image() async throws {
      _ = try await run(["--set", "method=clip", "--save-predictions", "--image", "demo_000017"])
      #expect(predictedIDs == ["demo_000017"])
    }

    @Test("--ids takes the images that a file lists")
    func ids() async throws {
      let list = try folder.write("demo_000012\n\ndemo_000003\n", to: "list.txt")
      _ = try await run(["--set", "method=clip", "--save-predictions", "--ids", list.argument])
      #expect(predictedIDs == ["demo_000003", "demo_000012"])
    }

    @Test(
      "A selection that the data set does not have is refused",
      arguments: [
        (["--image", "demo_00017"], ["demo_00017", "Did you mean `demo_000"]),
        (["--range", "230:241"], ["230:241", "240"]),
      ])
    func wrongSelection(arguments: [String], parts: [String]) async throws {
      try await run(arguments).expectRefusal(mentioning: parts)
      #expect(folder.contents == [])
    }

    @Test("Saved predictions score as the run that saved them")
    func savedPredictions() async throws {
      _ = try await run(["--limit", "3", "--save-predictions"])
      let score = folder.url.appending(path: "score")
      let process = try await EvaluateProcess.run([
        "score", "--config", "demo.json", "--limit", "3", "--predictions",
        output.appending(path: "predictions").argument, "--output", score.argument,
      ])
      #expect(process.exitCode == 0, "\(process.messages)")
      let (run, scored) = (try SavedResult(in: output), try SavedResult(in: score))
      #expect(run.contents.rows.map(\.method) == ["clip", "clip-surgery"])
      #expect(scored.rowsText == run.rowsText)
      #expect(scored.contents.execution.matrixKernels == nil)
    }

    @Test(
      "From any folder the program finds its files by SURGERYBENCH_HOME and keeps the run there")
    func anyFolder() async throws {
      let arguments = ["--config", "demo", "--limit", "1"]
      let home = ["SURGERYBENCH_HOME": SharedData.packageRoot.argument]
      let process = try await EvaluateProcess.run(arguments, environment: home, in: folder.url)
      #expect(process.exitCode == 0, "\(process.messages)")
      let result = try #require(folder.contents.last)
      let name = result.dropLast("/result.json".count)
      #expect(name.wholeMatch(of: /Results\/runs\/demo-\d{8}T\d{6}Z/) != nil, "\(result)")
      #expect(process.output.hasSuffix("\nRun folder: \(name)\n"), "\(process.output)")
    }

    @Test("Without its files the program says where it looked")
    func noHome() async throws {
      let process = try await EvaluateProcess.run(["--config", "demo.json"], in: folder.url)
      process.expectRefusal(mentioning: ["no configuration `demo.json`", "Configs/demo.json"])
      #expect(folder.contents == [])
    }

    @Test("An output that exists is refused and stays as it was")
    func existingOutput() async throws {
      try folder.write("mine", to: "run/notes.txt")
      try await run(["--limit", "1"]).expectRefusal(mentioning: [output.argument, "exists"])
      #expect(folder.contents == ["run", "run/notes.txt"])
      #expect(
        try String(contentsOf: output.appending(path: "notes.txt"), encoding: .utf8) == "mine")
    }

    @Test("An output below a file is refused with the system's reason")
    func unwritableOutput() async throws {
      let file = try folder.write("mine", to: "file")
      let process = try await EvaluateProcess.run([
        "--config", "demo.json", "--limit", "1", "--output", file.appending(path: "run").argument,
      ])
      process.expectRefusal(mentioning: [file.appending(path: "run").argument, "cannot write"])
      #expect(!process.messages.contains("NSCocoaErrorDomain"), "\(process.messages)")
      #expect(folder.contents == ["file"])
    }

    @Test("A reader of standard output that has gone loses nothing of the run")
    func closedOutput() async throws {
      let process = try await EvaluateProcess.run(
        ["--config", "demo.json", "--limit", "1", "--output", output.argument],
        outputIsRead: false)
      #expect(process.exitCode == 0, "\(process.messages)")
      #expect(!process.messages.contains("error"), "\(process.messages)")
      #expect(try SavedResult(in: output).contents.rows.map(\.images) == [1, 1])
      #expect(folder.contents == ["run", "run/images.jsonl", "run/result.json"])
    }
  }
}
