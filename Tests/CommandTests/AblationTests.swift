import Foundation
import TestSupport
import Testing

extension BinaryTests {
  /// The demo's ablation, and the results of it that the repository keeps: the whole one, and the scores
  /// of its first scenes, which can be computed again while one waits.
  @Suite("The demo's ablation")
  struct AblationTests {
    /// What a result says, as far as these tests ask.
    private struct Contents: Decodable {
      struct Row: Decodable, Equatable {
        var method: String
        var images: Int
        var metrics: [String: Double?]
        var counts: [String: Int]
      }

      var hash: String
      var rows: [Row]
    }

    /// How far a score may lie from the committed one, in percentage points: other kernels move the last
    /// bits of similarities, and with them a pixel or two over a threshold.
    private static let tolerance = 0.05

    let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
    }

    private func run(_ arguments: [String]) async throws -> (contents: Contents, output: String) {
      let output = folder.url.appending(path: UUID().uuidString)
      let process = try await EvaluateProcess.run(
        ["--config", "demo/ablation", "--output", output.argument] + arguments)
      #expect(process.exitCode == 0, "\(process.messages)")
      let file = output.appending(path: "result.json")
      return (
        try JSONDecoder().decode(Contents.self, from: Data(contentsOf: file)), process.output
      )
    }

    private static func committed(_ name: String) throws -> Contents {
      let file = SharedData.packageRoot.appending(path: "Results/demo/\(name).json")
      return try JSONDecoder().decode(Contents.self, from: Data(contentsOf: file))
    }

    private func expect(_ row: Contents.Row, near expected: Contents.Row) throws {
      #expect(row.images == expected.images, "\(row.method)")
      #expect(row.counts == expected.counts, "\(row.method)")
      for metric in ["mIoU", "mSC", "allForeground", "pixelAP"] {
        let got = try #require(row.metrics[metric] ?? nil)
        let score = try #require(expected.metrics[metric] ?? nil)
        #expect(abs(got - score) <= Self.tolerance, "\(row.method), \(metric): \(got), \(score)")
      }
    }

    @Test("Run again, every row of the first scenes comes out as committed")
    func firstScenes() async throws {
      let committed = try Self.committed("ablation-24")
      let (again, output) = try await run(["--limit", "24"])
      #expect(again.hash == committed.hash)
      #expect(again.rows.count == 30)
      #expect(again.rows.map(\.method) == committed.rows.map(\.method))
      for (row, expected) in zip(again.rows, committed.rows) { try expect(row, near: expected) }
      #expect(output.contains("The scores by class of these 30 rows: result.json."))
      #expect(output.ranges(of: "DEMO demo-ablation: ").count == 1, "\(output)")
    }

    @Test("Run again over all scenes, two rows come out as committed")
    func allScenes() async throws {
      let committed = try Self.committed("ablation")
      let again = try await run([
        "--set", "protocol.inputSize=64", "--set", #"method=["vv-last-block", "clip-surgery"]"#,
      ]).contents
      for row in again.rows {
        let expected = try #require(committed.rows.first { $0.method == "\(row.method) @ 64" })
        try expect(row, near: expected)
      }
    }

    @Test(
      "The committed result is shown like any run, and is of the experiment that lies beside it")
    func shown() async throws {
      let file = SharedData.packageRoot.appending(path: "Results/demo/ablation.json")
      let process = try await EvaluateProcess.run(["show", file.argument])
      #expect(process.exitCode == 0, "\(process.messages)")
      #expect(process.output.contains("vv-single-path @ 128"))
      let experiment = try await EvaluateProcess.run(["show", "--config", "demo/ablation"])
      #expect(experiment.output.contains(try Self.committed("ablation").hash))
    }

    @Test("The paper's cell has its steps, ten depths and both sizes in one experiment")
    func papersCell() async throws {
      let process = try await EvaluateProcess.run([
        "show", "--config", "ablation", "--data", folder.url.argument,
      ])
      let methods =
        "clip, vv-last-block, vv-single-path, dual-path-with-ffn, clip+architecture-surgery, "
        + "clip+feature-surgery, clip-surgery, "
        + (1...10).map { "clip-surgery,firstBlock=\($0)" }.joined(separator: ", ")
      #expect(process.output.contains(methods), "\(process.output)")
      #expect(process.output.contains("each of 224 × 224, 512 × 512"), "\(process.output)")
    }

    @Test("The demo follows the paper where the documentation says so, and not where it says not")
    func ordering() throws {
      let rows = try Self.committed("ablation").rows
      func contrast(_ method: String) throws -> Double {
        let row = try #require(rows.first { $0.method == method })
        return try #require(row.metrics["mSC"] ?? nil)
      }
      for size in ["64", "128"] {
        let steps = try ["clip", "vv-last-block", "clip+architecture-surgery", "clip-surgery"].map {
          try contrast("\($0) @ \(size)")
        }
        #expect(steps == steps.sorted(), "\(steps)")
        #expect(steps[0] < 0)
        #expect(try contrast("vv-single-path @ \(size)") > 0, "does not collapse")
        #expect(
          try contrast("dual-path-with-ffn @ \(size)")
            > contrast("clip+architecture-surgery @ \(size)"), "MLPs help a little")
        let depths = try (1...8).map { try contrast("clip-surgery,firstBlock=\($0) @ \(size)") }
        #expect((depths.max() ?? 0) - (depths.min() ?? 0) > 10, "depth matters")
      }
    }

    @Test("A row has the same bits alone, at one size, and among all others")
    func sharing() async throws {
      let all = try await run(["--limit", "4"]).contents
      #expect(all.rows.count == 30)
      for (size, methods) in [
        ("64", #"["vv-single-path", "clip"]"#), ("128", #"["clip-surgery", "vv-last-block"]"#),
        ("64", #"["dual-path-with-ffn"]"#),
      ] {
        let alone = try await run([
          "--limit", "4", "--set", "protocol.inputSize=\(size)", "--set", "method=\(methods)",
        ]).contents
        for row in alone.rows {
          let among = try #require(all.rows.first { $0.method == "\(row.method) @ \(size)" })
          #expect(row.metrics == among.metrics, "\(row.method) at \(size)")
        }
      }
      for size in [64, 128] {
        let standard = try #require(all.rows.first { $0.method == "clip-surgery @ \(size)" })
        let third = try #require(
          all.rows.first { $0.method == "clip-surgery,firstBlock=3 @ \(size)" })
        #expect(standard.metrics == third.metrics)
      }
    }

    @Test("Predictions of several sizes lie in a folder a row, from where they are scored")
    func predictions() async throws {
      let output = folder.url.appending(path: "run")
      let settings = [
        "--config", "demo.json", "--limit", "2", "--set",
        #"protocol.inputSize={"each": [64, [64, 96]]}"#,
      ]
      let process = try await EvaluateProcess.run(
        settings + ["--save-predictions", "--output", output.argument])
      #expect(process.exitCode == 0, "\(process.messages)")
      let names = ["clip @ 64", "clip @ 64x96", "clip-surgery @ 64", "clip-surgery @ 64x96"]
      let predictions = output.appending(path: "predictions")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: predictions.argument).sorted() == names)
      let scored = folder.url.appending(path: "scored")
      let scoring = try await EvaluateProcess.run(
        ["score"] + settings
          + ["--predictions", predictions.argument, "--output", scored.argument])
      #expect(scoring.exitCode == 0, "\(scoring.messages)")
      let first = try SavedResult(in: output).contents.rows
      let second = try SavedResult(in: scored).contents.rows
      #expect(second.map(\.method) == names)
      for row in second {
        let same = try #require(first.first { $0.method == row.method })
        #expect(row.metrics == same.metrics, "\(row.method)")
      }
    }
  }
}
