import Foundation
import TestSupport
import Testing

extension BinaryTests {
  @Suite("Checkpoints")
  struct ModelsTests {
    let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
    }

    /// Writes a random model and returns its path.
    private func randomModel(
      _ architecture: String = "RN50", seed: Int = 1, named name: String = "random.safetensors"
    ) async throws -> String {
      let path = folder.url.appending(path: name).argument
      let process = try await EvaluateProcess.run([
        "models", "random", "--architecture", architecture, "--seed", "\(seed)", "--half",
        "--output", path, "--quiet",
      ])
      #expect(process.exitCode == 0, "\(process.messages)")
      #expect(process.output == path + "\n")
      #expect(process.messages == "")
      return path
    }

    @Test("The list names every model with its hash and address")
    func list() async throws {
      let process = try await EvaluateProcess.run(["models", "list"])
      #expect(process.exitCode == 0)
      for part in ["ViT-L/14@336px", "3035c92b3509", "/RN50x64.pt", "bpe_simple_vocab_16e6.txt.gz"]
      {
        #expect(process.output.contains(part), "\(part) is not in: \(process.output)")
      }
    }

    @Test("The demo's model is inspected, with what told its activation and heads")
    func inspectDemo() async throws {
      let process = try await EvaluateProcess.run(["models", "inspect", Demo.checkpoint.argument])
      #expect(process.exitCode == 0, "\(process.messages)")
      for part in [
        "safetensors", "OpenAI", "without a name", "vision transformer", "all F16", "quick-gelu",
        "by OpenAI's rule", "not known",
      ] {
        #expect(process.output.contains(part), "\(part) is not in: \(process.output)")
      }
    }

    @Test("A random model is told to be of its architecture, and the same seed gives the same file")
    func random() async throws {
      let first = try await randomModel()
      let process = try await EvaluateProcess.run(["models", "inspect", first])
      #expect(process.output.contains("  RN50\n"), "\(process.output)")
      // The published RN50 has as many.
      #expect(process.output.contains("102007137: all F16"), "\(process.output)")
      let second = try await randomModel(named: "again.safetensors")
      let bytes = try [first, second].map { try Data(contentsOf: URL(filePath: $0)) }
      #expect(bytes[0] == bytes[1])
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.argument)
      #expect(names.sorted() == ["again.safetensors", "random.safetensors"])
    }

    @Test("An architecture that has no name is refused with those that have")
    func unknownArchitecture() async throws {
      let process = try await EvaluateProcess.run([
        "models", "random", "--architecture", "ViT-X/9", "--output",
        folder.url.appending(path: "x").argument,
      ])
      process.expectRefusal(mentioning: ["ViT-X/9", "ViT-bigG/14"])
      #expect(folder.contents == [])
    }

    @Test("A model that nobody published is not verified")
    func verifyUnknown() async throws {
      let process = try await EvaluateProcess.run(["models", "verify", Demo.checkpoint.argument])
      #expect(process.exitCode == 1, "\(process.messages)")
      #expect(process.output.contains("of no checkpoint that is known"), "\(process.output)")
      #expect(process.output.contains("nothing was computed"), "\(process.output)")
    }

    @Test("A picture is refused where nothing was published of it")
    func verifyPicture() async throws {
      let picture = Demo.images.appending(path: "\(Demo.ids[0]).jpg").argument
      let process = try await EvaluateProcess.run([
        "models", "verify", Demo.checkpoint.argument, "--image", picture,
      ])
      process.expectRefusal(mentioning: [picture, "no outputs of such a model were published"])
    }

    @Test("A run takes a folder in place of the file of weights, with the same result")
    func folderInRun() async throws {
      let experiment = try SmallExperiment()
      let file = try await experiment.run()
      #expect(file.exitCode == 0, "\(file.messages)")
      try FileManager.default.removeItem(at: experiment.output)
      let folder = Demo.checkpoint.deletingLastPathComponent().argument
      let process = try await experiment.run(["--set", "model.checkpoint=\(folder)"])
      #expect(process.exitCode == 0, "\(process.messages)")
      #expect(process.output == file.output)
    }
  }
}
