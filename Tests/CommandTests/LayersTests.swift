import Foundation
import TestSupport
import Testing

extension BinaryTests {
  @Suite("evaluate layers")
  struct LayersTests {
    private func layers(_ arguments: [String]) async throws -> EvaluateProcess {
      try await EvaluateProcess.run(["layers"] + arguments)
    }

    @Test("Three tables, the same for any number of workers, stamped as the demo's")
    func tables() async throws {
      var outputs: [String] = []
      for workers in ["1", "2"] {
        let process = try await layers([
          "--config", "demo/explainability", "--limit", "5", "--workers", workers,
        ])
        #expect(process.exitCode == 0, "\(process.messages)")
        outputs.append(process.output)
      }
      #expect(outputs[0] == outputs[1])
      let titles = outputs[0].split(separator: "\n").filter { $0.hasPrefix("DEMO demo-expl") }
      #expect(
        titles == [
          "DEMO demo-explainability: 5 images at 64 × 64: cosine of each layer's output with the "
            + "class token's",
          "DEMO demo-explainability: 5 images at 64 × 64: attention foreground ratio (experimental)",
          "DEMO demo-explainability: 5 images at 64 × 64: distance of maps from the empty text's",
        ])
      #expect(outputs[0].ranges(of: "\nDEMO: 240 scenes of seed 2026, drawn.").count == 3)
    }

    @Test("As CSV, a row for each of the tower's 8 blocks, all numbers in their range")
    func values() async throws {
      let process = try await layers([
        "--config", "demo/explainability", "--limit", "5", "--format", "csv", "--set",
        #"method=["clip", "clip-surgery"]"#,
      ])
      #expect(process.exitCode == 0, "\(process.messages)")
      let lines = process.output.split(whereSeparator: \.isNewline).map {
        $0.split(separator: ",").map(String.init)
      }
      func rows(of columns: Int) -> [[Double]] {
        lines.filter { $0.count == columns }.map { $0.compactMap { Double($0) } }
          .filter { $0.count == columns }
      }
      let cosines = rows(of: 5)
      #expect(cosines.map(\.first) == (1...8).map { Double($0) })
      #expect(cosines.allSatisfy { $0.dropFirst().allSatisfy { (-1...1).contains($0) } })
      let ratios = rows(of: 4)
      #expect(ratios.map(\.first) == (1...8).map { Double($0) })
      #expect(ratios.allSatisfy { $0.dropFirst().allSatisfy { (0...100).contains($0) } })
      #expect(Set(ratios.map(\.last)).count == 1)
      let ways = lines.filter { $0.count == 2 && Double($0[1]) != nil }
      #expect(ways.map(\.first) == ["clip", "clip+architecture-surgery"])
    }

    @Test("What has no regions, several sizes, or no blocks is refused with what to do")
    func refusals() async throws {
      for (arguments, mentions) in [
        (["--config", "demo.json"], ["segmentation", "--set task=explainability"]),
        (["--config", "demo/points"], ["points", "--set task=explainability"]),
        (
          ["--config", "demo/ablation", "--limit", "1"],
          ["64 × 64, 128 × 128", "--set protocol.inputSize=64"]
        ),
      ] {
        try await layers(arguments).expectRefusal(mentioning: mentions)
      }
    }

    @Test("A wrong command line is told with exit code 64")
    func usage() async throws {
      for (arguments, mention) in [
        ([], "--config"), (["--config", "demo/explainability", "--format", "html"], "markdown"),
        (["--config", "demo/explainability", "--workers", "0"], "--workers"),
      ] {
        let process = try await layers(arguments)
        #expect(process.exitCode == 64)
        #expect(process.output == "")
        #expect(process.messages.contains(mention), "\(process.messages)")
      }
    }
  }
}
