import Checkpoints
import Foundation
import Imaging
import Tensors
import TestSupport
import Testing

extension BinaryTests {
  /// The files in `Fixtures/score-maps` were written with PyTorch 2.13.0 by
  /// `Benchmarks/reference/score_maps.py`.
  @Suite("evaluate score --score-maps")
  struct ScoreMapFileTests {
    private static let fixtures = SharedData.packageRoot
      .appending(path: "Tests/CommandTests/Fixtures/score-maps")
    private static let ids = Demo.ids.prefix(4)
    private static let size = 64

    let folder: TemporaryFolder
    let maps: URL

    init() throws {
      folder = try TemporaryFolder()
      maps = folder.url.appending(path: "maps")
    }

    private func score(
      _ config: String, _ more: [String] = [], limit: Int = 4, into output: String = "scored"
    ) async throws -> EvaluateProcess {
      try await EvaluateProcess.run(
        [
          "score", "--config", config, "--limit", "\(limit)", "--score-maps", maps.argument,
          "--output",
          folder.url.appending(path: output).argument,
        ] + more)
    }

    private func rows(in output: String) throws -> [[String: Any]] {
      let data = try Data(contentsOf: folder.url.appending(path: "\(output)/result.json"))
      let result = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      return try #require(result?["rows"] as? [[String: Any]])
    }

    private func metrics(_ output: String = "scored") throws -> [String: Double] {
      try #require(rows(in: output).first?["metrics"] as? [String: Any]).compactMapValues {
        $0 as? Double
      }
    }

    /// Puts the tokens of an attention in the place of each method's.
    private func linkTokens(_ attentions: [(method: String, attention: String)]) throws {
      try FileManager.default.createDirectory(at: maps, withIntermediateDirectories: true)
      for (name, fixture) in attentions.map({ ($0.method, $0.attention) })
        + [("text.safetensors", "text.safetensors")]
      {
        try FileManager.default.createSymbolicLink(
          at: maps.appending(path: name),
          withDestinationURL: Self.fixtures.appending(path: fixture))
      }
    }

    /// Writes the truth of the first scenes as scores, `[18, 64, 64]`: 1 where a class is.
    private func writeTruth(below place: String = "", for ids: [String] = Array(Self.ids)) throws {
      for id in ids {
        let map = try LabelMap(contentsOf: Demo.labels.appending(path: "\(id).png"))
        let values = (1...18).flatMap { label in
          map.labels.map { Int($0) == label ? Float(1) : 0 }
        }
        try folder.write(
          ArrayFile(shape: [18, map.height, map.width], values: values).data,
          to: "maps/\(place)\(id).npy")
      }
    }

    private static let methods: [String: [(method: String, attention: String)]] = [
      "demo": [("clip", "original"), ("clip-surgery", "surgery")],
      "demo/explainability": [
        ("clip", "original"), ("clip+feature-surgery", "original"),
        ("clip+architecture-surgery", "surgery"), ("clip-surgery", "surgery"),
      ],
      "demo/multi-label": [("clip", "original"), ("clip-surgery", "surgery")],
      "demo/points": [("clip", "original"), ("clip-surgery", "surgery")],
    ]

    @Test(
      "Tokens that PyTorch wrote give the counts of the native run, in every task",
      arguments: methods.keys.sorted())
    func sameCountsAsNative(config: String) async throws {
      try linkTokens(try #require(Self.methods[config]))
      let native = try await EvaluateProcess.run([
        "--config", config, "--limit", "4", "--output",
        folder.url.appending(path: "native").argument,
      ])
      #expect(native.exitCode == 0, "\(native.messages)")
      let scored = try await score(config)
      #expect(scored.exitCode == 0, "\(scored.messages)")
      func numbers(_ value: Any, at path: String) -> [(path: String, value: Any)] {
        switch value {
        case let members as [String: Any]:
          members.sorted { $0.key < $1.key }.flatMap { numbers($1, at: "\(path).\($0)") }
        case let members as [Any]:
          members.enumerated().flatMap { numbers($1, at: "\(path)[\($0)]") }
        default: [(path, value)]
        }
      }
      func byMethod(_ output: String) throws -> [(path: String, value: Any)] {
        try rows(in: output).sorted { "\($0["method"] ?? "")" < "\($1["method"] ?? "")" }
          .flatMap { numbers($0, at: "\($0["method"] ?? "")") }
      }
      let (expected, got) = (try byMethod("native"), try byMethod("scored"))
      #expect(got.map(\.path) == expected.map(\.path))
      var wholeNumbers = 0
      var largest = (difference: 0.0, path: "nowhere")
      for ((path, expected), (_, got)) in zip(expected, got) {
        guard let expected = expected as? Double, let got = got as? Double else {
          #expect("\(expected)" == "\(got)", "\(path)")
          continue
        }
        if expected.rounded() == expected {
          wholeNumbers += 1
          #expect(got == expected, "\(path)")
        } else if abs(got - expected) > largest.difference {
          largest = (abs(got - expected), path)
        }
      }
      #expect(wholeNumbers > 50)
      // The average precision of pixels ranks scores that differ in the last bits.
      #expect(largest.difference < 0.03, "largest difference \(largest)")
    }

    @Test("The cosines of `evaluate features` as scores give the very counts of the native run")
    func exactCounts() async throws {
      let list = Demo.folder.appending(path: "VOC/classes.txt")
      let names = try String(contentsOf: list, encoding: .utf8).split(separator: "\n")
      let limit = 2
      for method in ["clip", "clip-surgery"] {
        for id in Self.ids.prefix(limit) {
          let file = folder.url.appending(path: "features.safetensors")
          let features = try await EvaluateProcess.run(
            [
              "features", "--image", Demo.images.appending(path: "\(id).jpg").argument, "--output",
              file.argument, "--method", method, "--checkpoint", Demo.checkpoint.argument,
              "--protocol", "demo",
            ] + names.flatMap { ["--text", String($0)] })
          #expect(features.exitCode == 0, "\(features.messages)")
          let cosine = try FeatureFile(file).cosine
          let byClass = (0..<18).flatMap { query in
            (1...64).map { cosine.elements[$0 * 18 + query] }
          }
          try folder.write(
            ArrayFile(shape: [18, 8, 8], values: byClass).data, to: "maps/\(method)/\(id).npy")
        }
      }
      let native = folder.url.appending(path: "native")
      let process = try await EvaluateProcess.run([
        "--config", "demo", "--limit", "\(limit)", "--output", native.argument,
      ])
      #expect(process.exitCode == 0, "\(process.messages)")
      let scored = try await score("demo", limit: limit)
      #expect(scored.exitCode == 0, "\(scored.messages)")
      #expect(
        try SavedResult(in: native).rowsText
          == SavedResult(in: folder.url.appending(path: "scored")).rowsText)
    }

    @Test("The truth as scores is perfect in every task of places")
    func truthAsScores() async throws {
      try writeTruth()
      for config in ["demo", "demo/explainability", "demo/points"] {
        let output = config.replacingOccurrences(of: "/", with: "-")
        let process = try await score(config, into: output)
        #expect(process.exitCode == 0, "\(config): \(process.messages)")
        #expect(try rows(in: output).map { $0["method"] as? String } == ["maps"])
      }
      let segmentation = try metrics("demo")
      #expect(segmentation["mIoU"] == 100 && segmentation["aAcc"] == 100, "\(segmentation)")
      let explanation = try metrics("demo-explainability")
      #expect(explanation["mIoU"] == 100, "\(explanation)")
      #expect(explanation["mSC"] == 100, "\(explanation)")
      let points = try metrics("demo-points")
      #expect(points.values.max() == 100, "\(points)")
    }

    @Test("Scores of whole images rank as they are")
    func imageScores() async throws {
      for id in Self.ids {
        let map = try LabelMap(contentsOf: Demo.labels.appending(path: "\(id).png"))
        let values = (1...18).map { label in
          map.labels.contains(UInt16(label)) ? Float(1) : 0
        }
        try folder.write(ArrayFile(shape: [18], values: values).data, to: "maps/mine/\(id).npy")
      }
      let process = try await score("demo/multi-label")
      #expect(process.exitCode == 0, "\(process.messages)")
      #expect(try metrics()["mAP"] == 100)
      #expect(try rows(in: "scored").map { $0["method"] as? String } == ["mine"])
    }

    @Test("What another program computed has its own hash, and no model")
    func ownExperiment() async throws {
      try writeTruth()
      #expect(try await score("demo", ["--save-predictions"]).exitCode == 0)
      let data = try Data(contentsOf: folder.url.appending(path: "scored/result.json"))
      let result = try #require(
        try JSONSerialization.jsonObject(with: data) as? [String: Any])
      let content = try #require(
        (result["experiment"] as? [String: Any])?["content"] as? [String: Any])
      #expect(content["model"] is NSNull)
      #expect((content["methods"] as? [Any])?.isEmpty == true)
      #expect((content["protocol"] as? [String: Any])?["inputSize"] == nil)
      #expect((content["scores"] as? [String: Any])?["from"] as? String == "score-maps")
      // The predictions that were written are the truth, where that is not void.
      for id in Self.ids {
        let saved = try LabelMap(
          contentsOf: folder.url.appending(path: "scored/predictions/\(id).png"))
        let truth = try LabelMap(contentsOf: Demo.labels.appending(path: "\(id).png"))
        #expect(zip(saved.labels, truth.labels).allSatisfy { $1 == 0 || $1 == 255 || $0 == $1 - 1 })
      }
      let again = try await EvaluateProcess.run([
        "score", "--config", "demo", "--limit", "4", "--predictions",
        folder.url.appending(path: "scored/predictions").argument, "--output",
        folder.url.appending(path: "again").argument,
      ])
      #expect(again.exitCode == 0, "\(again.messages)")
      #expect(
        try SavedResult(in: folder.url.appending(path: "again")).contents.rows[0].metrics["mIoU"]
          == 100)
    }

    @Test("Two methods from elsewhere are compared, image by image")
    func comparison() async throws {
      try writeTruth()
      #expect(try await score("demo", into: "first").exitCode == 0)
      for id in Self.ids {
        let values = (0..<18).map { Float($0) }
        try folder.write(
          ArrayFile(shape: [18, 1, 1], values: values).data, to: "maps/\(id).npy")
      }
      #expect(try await score("demo", into: "second").exitCode == 0)
      let process = try await EvaluateProcess.run([
        "compare", folder.url.appending(path: "first").argument,
        folder.url.appending(path: "second").argument,
      ])
      #expect(process.exitCode == 0, "\(process.messages)")
      #expect(process.output.contains("mIoU"), "\(process.output)")
    }

    @Test("A report draws what scores from elsewhere predicted, on their own data alone")
    func report() async throws {
      try writeTruth()
      #expect(try await score("demo", ["--save-predictions"]).exitCode == 0)
      let page = folder.url.appending(path: "report.html")
      func report(_ more: [String]) async throws -> EvaluateProcess {
        try await EvaluateProcess.run(
          [
            "report", folder.url.appending(path: "scored").argument, "--output", page.argument,
            "--config", "demo",
          ] + more)
      }
      let drawn = try await report(["--limit", "4"])
      #expect(drawn.exitCode == 0, "\(drawn.messages)")
      let text = try String(contentsOf: page, encoding: .utf8)
      // Each image with its truth, its prediction and where that is wrong.
      #expect(text.components(separatedBy: "<img ").count > 4 * 4)
      try await report(["--limit", "5", "--overwrite"]).expectRefusal(mentioning: ["dataset.images"]
      )
      try await report(["--limit", "4", "--overwrite", "--set", "protocol.background=class"])
        .expectRefusal(mentioning: ["background"])
    }

    @Test("A run goes on, and a file of scores that has changed since is refused")
    func resuming() async throws {
      try writeTruth(for: Array(Self.ids.prefix(2)))
      let broken = try await score("demo", ["--workers", "1"])
      broken.expectRefusal(mentioning: ["no scores for demo_000002", "demo_000002.npy"])
      func write(_ value: Float) throws {
        let values = [Float](repeating: value, count: 18)
        try folder.write(
          ArrayFile(shape: [18, 1, 1], values: values).data, to: "maps/demo_000000.npy")
      }
      try writeTruth(for: Array(Self.ids.suffix(2)))
      try write(0)
      try await score("demo", ["--resume"]).expectRefusal(mentioning: ["demo_000000.npy", "scores"])
      try writeTruth(for: ["demo_000000"])
      let resumed = try await score("demo", ["--resume"])
      #expect(resumed.exitCode == 0, "\(resumed.messages)")
      #expect(try metrics()["mIoU"] == 100)
    }

    private func expectRefusal(
      _ parts: [String], of config: String = "demo", _ more: [String] = [],
      sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
      try await score(config, more).expectRefusal(
        mentioning: parts, sourceLocation: sourceLocation)
      try? FileManager.default.removeItem(at: folder.url.appending(path: "scored"))
    }

    @Test("Files that hold something else are refused by name, with what was expected")
    func wrongFiles() async throws {
      func write(_ shape: [Int], _ value: Float = 0, _ name: String = "demo_000000") throws {
        try folder.write(
          ArrayFile(
            shape: shape, values: [Float](repeating: value, count: shape.reduce(1, *))
          ).data, to: "maps/\(name).npy")
      }
      try await expectRefusal(["maps", "no scores of the first sample", "demo_000000.safetensors"])
      try write([18, 2, 2, 2])
      try await expectRefusal(["demo_000000.npy", "[18, 2, 2, 2]", "scores [C, h, w]"])
      try write([17, 2, 2])
      try await expectRefusal(["demo_000000.npy", "[17, 2, 2]", "18 classes"])
      try write([18, 0, 2])
      try await expectRefusal(["demo_000000.npy", "[18, 0, 2]", "[18, h, w]"])
      try write([18, 2, 2], .nan)
      try await expectRefusal(["demo_000000.npy", "nan", "[0, 0, 0]"])
      try write([18])
      try await expectRefusal(["demo_000000.npy", "image_scores", "segmentation needs scores"])
      try write([18, 2, 2])
      try await expectRefusal(
        ["demo_000000.npy", "multi-label needs image_scores"], of: "demo/multi-label")
      try write([18], 0, "demo_000001")
      try await expectRefusal(["demo_000001.npy", "holds image_scores", "first sample"])
      try folder.write(Data("PK".utf8), to: "maps/demo_000000.safetensors")
      try await expectRefusal(["demo_000000.npy", "demo_000000.safetensors", "remove one"])
      try FileManager.default.removeItem(at: maps.appending(path: "demo_000000.npy"))
      try await expectRefusal(["demo_000000.safetensors", "truncated"])
    }

    @Test("Tokens without texts, without a method or of another width are refused")
    func wrongTokens() async throws {
      func write(_ tensors: [(String, [Int], Float)], _ path: String) throws {
        let file = folder.url.appending(path: "maps/\(path).safetensors")
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try SafetensorsWriter.write(
          tensors.map { name, shape, value in
            let elements = [Float](repeating: value, count: shape.reduce(1, *))
            return (name, .float32(Tensor(shape: shape, elements: elements)))
          }, to: file)
      }
      try write([("tokens", [65, 16], 1)], "mine/demo_000000")
      try await expectRefusal(["mine", "text.safetensors", "text.npy"])
      try write([("text", [18, 16], 0.25)], "text")
      try await expectRefusal(
        ["mine", "clip, clip+feature-surgery", "--set method=clip"], of: "demo/explainability")
      let one = ["--set", "method=clip"]
      try write([("text", [18, 16], 0.5)], "text")
      try await expectRefusal(["text.safetensors", "row 0", "length 2"], one)
      try write([("text", [3, 16], 0.25)], "text")
      try await expectRefusal(["text.safetensors", "[3, 16]", "18 classes"], one)
      try write([("text", [18, 4], 0.5)], "text")
      try await expectRefusal(["demo_000000.safetensors", "[65, 16]", "[1+N, 4]"], one)
      try write([("text", [18, 16], 0.25)], "text")
      try await expectRefusal(
        ["text.safetensors", "empty_text"], of: "demo/points", ["--set", "method=clip-surgery"])
      try write([("tokens", [64, 16], 1)], "mine/demo_000000")
      try await expectRefusal(["demo_000000.safetensors", "63 patches", "grid"], one)
      try write([("tokens", [65, 16], 1), ("scores", [18, 8, 8], 1)], "mine/demo_000000")
      try await expectRefusal(["demo_000000.safetensors", "scores, tokens", "or else"], one)
      try write([("features", [65, 16], 1)], "mine/demo_000000")
      try await expectRefusal(["demo_000000.safetensors", "features", "scores [C, h, w]"], one)
    }

    @Test("Options that contradict each other are mistakes of use")
    func contradictions() async throws {
      for arguments in [
        [], ["--predictions", "a", "--score-maps", "b"],
        ["--score-maps", "b", "--encoding", "raw"], ["--predictions", "a", "--save-predictions"],
      ] {
        let process = try await EvaluateProcess.run(["score", "--config", "demo"] + arguments)
        #expect(process.exitCode == 64, "\(arguments): \(process.messages)")
      }
    }
  }
}
