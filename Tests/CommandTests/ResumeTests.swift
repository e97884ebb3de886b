import Foundation
import Imaging
import TestSupport
import Testing

extension BinaryTests {
  @Suite("evaluate run --resume")
  struct ResumeTests {
    let folder: TemporaryFolder
    let output: URL

    init() throws {
      folder = try TemporaryFolder()
      output = folder.url.appending(path: "run")
    }

    private var records: URL { output.appending(path: "images.jsonl") }

    /// Runs two dozen of the shipped scenes.
    private func run(
      _ config: String, _ more: [String] = [], into place: URL? = nil,
      stopping stop: (signal: Int32, when: @Sendable () -> Bool)? = nil
    ) async throws -> EvaluateProcess {
      try await EvaluateProcess.run(
        ["--config", config, "--limit", "24", "--output", (place ?? output).argument] + more,
        stopping: stop)
    }

    /// Whether a number of lines is in the records.
    private func areRecorded(_ lines: Int) -> @Sendable () -> Bool {
      let records = records
      return {
        guard let data = try? Data(contentsOf: records) else { return false }
        return data.count { $0 == UInt8(ascii: "\n") } >= lines
      }
    }

    @Test(
      "A run that is killed goes on from there and ends with the bytes of an unbroken one",
      arguments: ["demo.json", "demo/explainability.json", "demo/points.json"])
    func killed(config: String) async throws {
      let unbroken = folder.url.appending(path: "unbroken")
      let whole = try await run(config, into: unbroken)
      #expect(whole.exitCode == 0, "\(whole.messages)")
      for lines in [1, 12, 31] {
        _ = try await run(config, ["--resume"], stopping: (SIGKILL, areRecorded(lines)))
      }
      let end = try await run(config, ["--resume"])
      #expect(end.exitCode == 0, "\(end.messages)")
      #expect(
        try ResultText(in: output).withoutExecution == ResultText(in: unbroken).withoutExecution)
      #expect(try idsAndMethods(in: output) == idsAndMethods(in: unbroken))
      #expect(
        folder.contents.filter { $0.hasPrefix("run/") }
          == ["run/images.jsonl", "run/result.json"])
    }

    private func idsAndMethods(in run: URL) throws -> [[String]] {
      struct Line: Decodable {
        let id: String
        let method: String
      }
      let text = try String(contentsOf: run.appending(path: "images.jsonl"), encoding: .utf8)
      return try text.split(separator: "\n").map {
        let line = try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        return [line.id, line.method]
      }
    }

    @Test(
      "A run that is asked to stop records what is in hand and says how to go on",
      arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
    func asked(signal: Int32, exitCode: Int32) async throws {
      let process = try await run("demo.json", stopping: (signal, areRecorded(2)))
      #expect(process.exitCode == exitCode, "\(process.messages)")
      #expect(process.output == "")
      #expect(process.messages.contains("--resume --output \(output.argument)"))
      #expect(!process.messages.contains("error"), "\(process.messages)")
      let text = try String(contentsOf: records, encoding: .utf8)
      #expect(text.hasSuffix("\n"))
      let end = try await run("demo.json", ["--resume"])
      #expect(end.exitCode == 0, "\(end.messages)")
      #expect(try SavedResult(in: output).contents.rows.map(\.images) == [24, 24])
    }

    @Test("A whole run is shown, and computed no second time")
    func whole() async throws {
      let first = try await run("demo.json")
      let bytes = try Data(contentsOf: output.appending(path: "result.json"))
      let second = try await run("demo.json", ["--resume"])
      #expect(second.exitCode == 0, "\(second.messages)")
      #expect(second.output == first.output)
      #expect(try Data(contentsOf: output.appending(path: "result.json")) == bytes)
      let other = try await run("demo.json", ["--resume", "--set", "method=clip"])
      other.expectRefusal(mentioning: ["another experiment", "methods: "])
    }

    @Test("Without --resume an unfinished run is not touched")
    func untouched() async throws {
      _ = try await run("demo.json", stopping: (SIGINT, areRecorded(2)))
      let bytes = try Data(contentsOf: records)
      let process = try await run("demo.json")
      process.expectRefusal(mentioning: [output.argument, "unfinished", "--resume"])
      #expect(try Data(contentsOf: records) == bytes)
    }

    @Test("A file of results that cannot grow loses nothing that was recorded")
    func fileTooLarge() async throws {
      // A limit on the size of files ends a write in its middle, as a full disk does.
      let shell = Process()
      shell.executableURL = URL(filePath: "/bin/bash")
      shell.arguments = [
        "-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\"", EvaluateProcess.executable.path,
        "--config", "demo.json", "--limit", "24", "--output", output.argument, "--quiet",
      ]
      shell.currentDirectoryURL = SharedData.packageRoot
      let messages = Pipe()
      shell.standardError = messages
      try shell.run()
      let text = String(
        decoding: try messages.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      shell.waitUntilExit()
      #expect(shell.terminationStatus == 2, "\(text)")
      #expect(text.contains("cannot write") && text.contains("images.jsonl"), "\(text)")
      #expect(try String(contentsOf: records, encoding: .utf8).hasSuffix("}\n"))
      let end = try await run("demo.json", ["--resume"])
      #expect(end.exitCode == 0, "\(end.messages)")
      #expect(try SavedResult(in: output).contents.rows.map(\.images) == [24, 24])
    }
  }

  /// The second of three samples changes or is broken.
  @Suite("evaluate run --resume over changed files")
  struct ResumeChangedTests {
    let experiment: SmallExperiment

    init() throws {
      experiment = try SmallExperiment()
    }

    @Test("A run that a broken image stopped goes on when the image is mended")
    func mended() async throws {
      let whole = try await experiment.run()
      #expect(whole.exitCode == 0, "\(whole.messages)")
      let expected = try SavedResult(in: experiment.output).textWithoutExecution
      try FileManager.default.removeItem(at: experiment.output)
      let file = experiment.folder.url.appending(path: experiment.image("three"))
      let image = try Data(contentsOf: file)
      try image.prefix(100).write(to: file)
      try await experiment.expectRefusal(mentioning: ["three.jpg"])
      try image.write(to: file)
      let end = try await experiment.run(["--resume"])
      #expect(end.exitCode == 0, "\(end.messages)")
      #expect(try SavedResult(in: experiment.output).textWithoutExecution == expected)
    }

    @Test("A recorded image or label map that has changed is named", arguments: [true, false])
    func changed(isImage: Bool) async throws {
      try await stopAtThird()
      if isImage {
        try experiment.folder.write(
          SmallExperiment.picture(seed: 77).jpegData(quality: 90), to: experiment.image("one"))
      } else {
        var labels = SmallExperiment.labels()
        labels.labels[5] = 2
        try experiment.folder.write(labels.pngData(), to: experiment.label("one"))
      }
      try await experiment.expectRefusal(
        ["--resume"],
        mentioning: [isImage ? "images/one.jpg" : "labels/one.png", "is not the", "one run"])
    }

    @Test("A class list that has changed is named")
    func changedClasses() async throws {
      try await stopAtThird()
      try experiment.folder.write("sky\ngrass\nlake\n", to: "classes.txt")
      try await experiment.expectRefusal(
        ["--resume"], mentioning: ["another experiment", "classes: 3 ("])
    }

    /// Breaks the third sample, so that two are recorded, and mends it.
    private func stopAtThird() async throws {
      let file = experiment.folder.url.appending(path: experiment.image("two"))
      let image = try Data(contentsOf: file)
      try image.prefix(100).write(to: file)
      try await experiment.expectRefusal(mentioning: ["two.jpg"])
      try image.write(to: file)
    }
  }
}
