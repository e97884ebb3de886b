import Foundation
import TestSupport
import Testing

extension BinaryTests {
  @Suite("Real data", .requiresSharedData)
  struct RealDataTests {
    /// A few real images of a benchmark.
    struct Benchmark: CustomTestStringConvertible {
      let config: String
      let split: String

      /// The name of the reference.
      let golden: String

      var testDescription: String { golden }

      /// The arguments that choose the images.
      var arguments: [String] {
        [
          "--config", config, "--data", SharedData.url("data").argument,
          "--set", "dataset.split=\(split)",
        ]
      }

      static let all = [
        Benchmark(config: "voc20.json", split: "clean_all", golden: "voc20"),
        Benchmark(config: "cityscapes.json", split: "train", golden: "cityscapes"),
        Benchmark(config: "context59.json", split: "val", golden: "context59"),
        Benchmark(config: "coco-stuff171.json", split: "val", golden: "coco-stuff171"),
        Benchmark(config: "ade20k150.json", split: "val", golden: "ade20k"),
      ]
    }

    let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
    }

    private func run(_ name: String, _ arguments: [String]) async throws -> SavedResult {
      let output = folder.url.appending(path: name)
      let process = try await EvaluateProcess.run(arguments + ["--output", output.argument])
      #expect(process.exitCode == 0, "\(process.messages)")
      return try SavedResult(in: output)
    }

    @Test(
      "The demo's model scores every image and every pixel, and alike with one worker and with two",
      arguments: Benchmark.all)
    func counts(benchmark: Benchmark) async throws {
      let golden = try GoldenChain(benchmark.golden)
      let arguments =
        benchmark.arguments + [
          "--set", "protocol=demo", "--set", "model.checkpoint=\(Demo.checkpoint.argument)",
        ]
      let one = try await run("one", arguments + ["--workers", "1"])
      #expect(one.contents.rows.map(\.method) == ["clip", "clip-surgery"])
      for row in one.contents.rows {
        #expect(row.images == golden.part.images)
        #expect(row.confusion.pixels == golden.part.pixels)
        #expect(row.perClass.map(\.truthPixels) == golden.counts.map { $0.reduce(0, +) })
      }
      let two = try await run("two", arguments + ["--workers", "2", "--batch", "4"])
      #expect(two.textWithoutExecution == one.textWithoutExecution)
    }

    @Test(
      "The whole chain counts as the authors' code does but for the pixels that are nearly ties",
      arguments: Benchmark.all, [("vit-tiny", 64), ("rn-tiny", 160)])
    func chain(benchmark: Benchmark, model: (checkpoint: String, size: Int)) async throws {
      let golden = try GoldenChain(benchmark.golden, checkpoint: model.checkpoint)
      let result = try await run(
        "run",
        benchmark.arguments + [
          "--set", "protocol.inputSize=\(model.size)", "--set", "protocol.classNames=canonical",
          "--set", "method=clip-surgery", "--set",
          "model.checkpoint=\(SharedData.url("golden/\(model.checkpoint)/model.safetensors").argument)",
          "--set",
          "model.vocabulary=\(SharedData.url("data/bpe_simple_vocab_16e6.txt.gz").argument)",
        ])
      let confusion = try #require(result.contents.rows.first).confusion
      #expect(confusion.classCount == golden.part.classes)
      #expect(confusion.pixels == golden.part.pixels)
      var difference: Int64 = 0
      for (counts, expected) in zip(confusion.counts, golden.counts) {
        #expect(counts.last == 0, "every pixel is predicted to be something")
        difference += zip(counts, expected).reduce(0) { $0 + abs($1.0 - $1.1) }
      }
      let limit = 2 * golden.part.nearTies
      print("\(model.checkpoint), \(benchmark.golden): Σ|A − B| = \(difference), at most \(limit)")
      #expect(difference <= limit)
    }
  }
}
