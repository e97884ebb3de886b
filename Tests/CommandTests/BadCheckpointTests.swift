import Checkpoints
import Foundation
import TestSupport
import Testing

extension BinaryTests {
  @Suite("Bad checkpoints")
  struct BadCheckpointTests {
    let experiment: SmallExperiment

    init() throws {
      experiment = try SmallExperiment()
    }

    /// Writes a checkpoint beside the demo's merges and expects a run with it to be refused.
    private func expectRefusal(
      of checkpoint: Data, mentioning parts: [String],
      sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
      try experiment.folder.write(checkpoint, to: "model/broken.safetensors")
      try experiment.folder.write(Data(contentsOf: Demo.vocabulary), to: "model/merges.txt")
      try await experiment.expectRefusal(
        ["--set", "model.checkpoint=\(experiment.folder.url.argument)model/broken.safetensors"],
        mentioning: ["model/broken.safetensors"] + parts, sourceLocation: sourceLocation)
    }

    @Test("A truncated file of weights")
    func truncated() async throws {
      let data = try Data(contentsOf: Demo.checkpoint)
      let bytes = data.count - 1000 - CheckpointBytes(data).dataStart
      try await expectRefusal(
        of: data.dropLast(1000), mentioning: ["expected a range within [0, \(bytes)]", "truncated"])
    }

    @Test(
      "A file of weights that ends within its header",
      arguments: [
        (0, "it is empty"), (5, "expected a safetensors file"), (200, "truncated"),
      ])
    func truncatedHeader(count: Int, mention: String) async throws {
      try await expectRefusal(
        of: Data(contentsOf: Demo.checkpoint).prefix(count), mentioning: [mention])
    }

    @Test("Two tensors that claim the same bytes")
    func overlap() async throws {
      var checkpoint = CheckpointBytes(try Data(contentsOf: Demo.checkpoint))
      let (first, second) = ("ln_final.bias", "ln_final.weight")
      let bytes = try #require(checkpoint.bytes(of: first))
      #expect(checkpoint.bytes(of: second)?.lowerBound == bytes.upperBound)
      checkpoint.claim(bytes, for: second)
      try await expectRefusal(
        of: checkpoint.data,
        mentioning: [
          "'\(second)'", "'\(first)' ends", "\(bytes.lowerBound)",
          "expected it to begin at \(bytes.upperBound)",
        ])
    }

    @Test("A missing tensor, with the shape that it should have")
    func missingTensor() async throws {
      try await expectRefusal(
        of: rewritten { $0.removeAll { $0.name == "visual.ln_post.bias" } },
        mentioning: ["visual.ln_post.bias", "[128]"])
    }

    @Test("A tensor of another shape, with the one that it should have")
    func wrongShape() async throws {
      try await expectRefusal(
        of: rewritten { tensors in
          guard let index = tensors.firstIndex(where: { $0.name == "visual.ln_post.bias" })
          else { return }
          tensors[index].value = .int32(shape: [64, 2], values: Array(repeating: 0, count: 128))
        },
        mentioning: ["visual.ln_post.bias", "[64, 2]", "[128]"])
    }

    @Test("A weight that is not a number")
    func notANumber() async throws {
      var checkpoint = CheckpointBytes(try Data(contentsOf: Demo.checkpoint))
      let name = "visual.transformer.resblocks.2.mlp.c_fc.bias"
      let bytes = try #require(checkpoint.bytes(of: name))
      // Half precision, little-endian: a quiet NaN.
      checkpoint.data[checkpoint.dataStart + bytes.lowerBound + 6] = 0x00
      checkpoint.data[checkpoint.dataStart + bytes.lowerBound + 7] = 0x7E
      try await expectRefusal(
        of: checkpoint.data, mentioning: ["'\(name)'", "1 values of 512", "NaN"])
    }

    @Test("A vocabulary of another model")
    func otherVocabulary() async throws {
      let vocabulary = try experiment.folder.write(
        "#version: 0.2\nt h\nth e</w>\n", to: "merges.txt")
      try await experiment.expectRefusal(
        ["--set", "model.vocabulary=\(vocabulary.argument)"],
        mentioning: [vocabulary.argument, "516", "914"])
    }

    @Test("No checkpoint, with where one is published")
    func noCheckpoint() async throws {
      let missing = experiment.folder.url.appending(path: "none.safetensors")
      try await experiment.expectRefusal(
        ["--set", "model.checkpoint=\(missing.argument)"],
        mentioning: [
          "--set model.checkpoint=", "no file of weights at \(missing.argument)",
          "https://openaipublic.azureedge.net/clip/models/",
        ])
    }

    @Test("No vocabulary beside the checkpoint or in the cache folder, with how to get one")
    func noVocabulary() async throws {
      try experiment.folder.write(
        Data(contentsOf: Demo.checkpoint), to: "model/alone.safetensors")
      let cache = experiment.folder.url.appending(path: "cache")
      try await experiment.expectRefusal(
        ["--set", "model.checkpoint=\(experiment.folder.url.argument)model/alone.safetensors"],
        environment: ["XDG_CACHE_HOME": cache.argument],
        mentioning: [
          "model/merges.txt", "\(cache.argument)/surgerybench/bpe_simple_vocab_16e6.txt.gz",
          "make vocabulary",
        ])
    }

    /// The demo's checkpoint, written anew with its tensors changed.
    private func rewritten(
      _ change: (inout [(name: String, value: SafetensorsValue)]) -> Void
    ) throws -> Data {
      let file = try SafetensorsFile(contentsOf: Demo.checkpoint)
      var tensors = try file.tensorNames.map {
        (name: $0, value: SafetensorsValue.float16(try file.tensor(named: $0)))
      }
      change(&tensors)
      let folder = try TemporaryFolder()
      let copy = folder.url.appending(path: "copy.safetensors")
      try SafetensorsWriter.write(tensors, to: copy)
      return try Data(contentsOf: copy)
    }
  }
}
