import Foundation
import Imaging
import Tensors
import TestSupport
import Testing

extension BinaryTests {
  @Suite("Tasks beside segmentation")
  struct TaskTests {
    /// What a result of any task holds, as far as these tests ask.
    private struct Contents: Decodable {
      struct Row: Decodable {
        var method: String
        var images: Int
        var metrics: [String: Double?]
        var counts: [String: Int]
      }

      var rows: [Row]
    }

    let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
    }

    private func run(_ config: String, _ more: [String] = []) async throws -> (
      rows: [Contents.Row], saved: SavedText, output: String
    ) {
      let output = folder.url.appending(path: UUID().uuidString)
      let process = try await EvaluateProcess.run(
        ["--config", config, "--output", output.argument] + more)
      #expect(process.exitCode == 0, "\(config): \(process.messages)")
      let data = try Data(contentsOf: output.appending(path: "result.json"))
      return (
        try JSONDecoder().decode(Contents.self, from: data).rows,
        SavedText(String(decoding: data, as: UTF8.self)), process.output
      )
    }

    /// The bytes of a result that equal runs share.
    private struct SavedText: Equatable {
      let text: String

      init(_ text: String) {
        let start = text.range(of: "\n  \"execution\" : ")?.lowerBound ?? text.endIndex
        let end =
          text[start...].range(of: "\n  },")?.upperBound ?? text.endIndex
        self.text = text.replacingCharacters(in: start..<end, with: "")
      }
    }

    @Test(
      "Every task gives the same bytes for any workers and batch",
      arguments: ["explainability", "multi-label", "points"])
    func determinism(task: String) async throws {
      var results: [SavedText] = []
      for (workers, batch) in [("1", "1"), ("2", "3")] {
        let run = try await run(
          "demo/\(task)", ["--limit", "7", "--workers", workers, "--batch", batch])
        #expect(run.rows.allSatisfy { $0.images == 7 })
        #expect(run.output.hasPrefix("DEMO demo-\(task): \(task), folder, 7 images"))
        results.append(run.saved)
      }
      #expect(results[0] == results[1])
      #expect(!results[0].text.contains("\"workers\""))
    }

    @Test(
      "Explanations score what the maps of `evaluate features` and the masks give, plainly summed")
    func explanations() async throws {
      let classes = try String(
        contentsOf: Demo.folder.appending(path: "VOC/classes.txt"), encoding: .utf8
      ).split(separator: "\n").map(String.init)
      var contrasts: [[Double]] = Array(repeating: [], count: classes.count)
      var shares: [[Double]] = Array(repeating: [], count: classes.count)
      for id in Demo.ids.prefix(3) {
        let file = folder.url.appending(path: "\(id).safetensors")
        let process = try await EvaluateProcess.run(
          [
            "features", "--image", Demo.images.appending(path: "\(id).jpg").argument, "--method",
            "clip-surgery", "--output", file.argument,
          ] + classes.flatMap { ["--text", $0] })
        #expect(process.exitCode == 0, "\(process.messages)")
        let map = try FeatureFile(file).map
        let mask = try LabelMap(contentsOf: Demo.labels.appending(path: "\(id).png"))
        for classID in classes.indices {
          let scores = mask.labels.indices.map {
            (label: Int(mask.labels[$0]), score: Double(map.elements[$0 * classes.count + classID]))
          }.filter { $0.label != 255 }
          let inside = scores.filter { $0.label == classID + 1 }.map(\.score)
          let outside = scores.filter { $0.label != classID + 1 }.map(\.score)
          guard !inside.isEmpty, !outside.isEmpty else { continue }
          contrasts[classID].append(
            inside.reduce(0, +) / Double(inside.count)
              - outside.reduce(0, +) / Double(outside.count))
          shares[classID].append(Double(inside.count) / Double(scores.count))
        }
      }
      func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
      let row = try #require(
        try await run("demo/explainability", ["--limit", "3", "--set", "method=clip-surgery"])
          .rows.first)
      let mSC = 100 * mean(contrasts.filter { !$0.isEmpty }.map(mean))
      let share = 100 * mean(shares.filter { !$0.isEmpty }.map(mean))
      let got = try #require(row.metrics["mSC"] ?? nil)
      #expect(abs(got - mSC) < 1e-4, "got \(got), expected \(mSC)")
      let gotShare = try #require(row.metrics["allForeground"] ?? nil)
      #expect(abs(gotShare - share) < 1e-10, "got \(gotShare), expected \(share)")
      #expect(row.counts["pairs"] == contrasts.reduce(0) { $0 + $1.count })
    }

    @Test("On the demo, surgery explains what CLIP alone does not")
    func ordering() async throws {
      let rows = try await run("demo/explainability", ["--limit", "40"]).rows
      func score(_ method: String, _ metric: String) throws -> Double {
        let row = try #require(rows.first { $0.method == method })
        return try #require(row.metrics[metric] ?? nil)
      }
      let order = ["clip", "clip+architecture-surgery", "clip-surgery"]
      let contrasts = try order.map { try score($0, "mSC") }
      #expect(contrasts == contrasts.sorted(), "\(contrasts)")
      #expect(contrasts[0] < 5 && contrasts[2] > 20, "\(contrasts)")
    }

    @Test("A data set that cannot answer is refused with those that can")
    func wrongKind() async throws {
      let process = try await EvaluateProcess.run([
        "--config", "multi-label/nus-wide81", "--data", folder.url.argument, "--set",
        "task=segmentation",
      ])
      #expect(process.exitCode == 2)
      #expect(
        process.messages.contains("which serves multi-label and not segmentation"),
        "\(process.messages)")
      #expect(process.messages.contains("cityscapes"))
    }

    @Test("Predictions can be saved by segmentation alone")
    func savingPredictions() async throws {
      let process = try await EvaluateProcess.run([
        "--config", "demo/points", "--limit", "1", "--save-predictions", "--output",
        folder.url.appending(path: "run").argument,
      ])
      #expect(process.exitCode == 2)
      #expect(process.messages.contains("no predictions to save"), "\(process.messages)")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.url.argument).isEmpty)
    }
  }
}
