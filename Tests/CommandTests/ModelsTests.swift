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

    /// Writes a random model like the demo's, which is small, and returns its path.
    private func randomModel(
      seed: Int, named name: String = "random.safetensors"
    ) async throws -> String {
      let path = folder.url.appending(path: name).argument
      let process = try await EvaluateProcess.run([
        "models", "random", "--like", Demo.checkpoint.argument, "--seed", "\(seed)", "--half",
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
        "from model_cfg.quick_gelu in open_clip_config.json", "not known", "0.48145467",
      ] {
        #expect(process.output.contains(part), "\(part) is not in: \(process.output)")
      }
    }

    @Test("A random model has the architecture, and the same seed gives the same file")
    func random() async throws {
      let first = try await randomModel(seed: 1)
      let process = try await EvaluateProcess.run(["models", "inspect", first])
      let demo = try await EvaluateProcess.run(["models", "inspect", Demo.checkpoint.argument])
      // Width, blocks, sizes, tokens and how many parameters of which format: as of the demo's.
      let extents = ["vision  ", "text  ", "shared features", "parameters"]
      func lines(_ output: String) -> [Substring] {
        output.split(separator: "\n").filter { line in extents.contains { line.hasPrefix($0) } }
      }
      #expect(lines(process.output).count == extents.count, "\(process.output)")
      #expect(lines(process.output) == lines(demo.output))
      let same = try await randomModel(seed: 1, named: "same.safetensors")
      let other = try await randomModel(seed: 2, named: "other.safetensors")
      let bytes = try [first, same, other].map { try Data(contentsOf: URL(filePath: $0)) }
      #expect(bytes[0] == bytes[1])
      #expect(bytes[0] != bytes[2])
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.argument)
      #expect(
        names.sorted() == ["other.safetensors", "random.safetensors", "same.safetensors"])
    }

    @Test("A random model takes its architecture by name or from a checkpoint, not both")
    func randomOfWhat() async throws {
      for arguments in [[], ["--architecture", "RN50", "--like", Demo.checkpoint.argument]] {
        let process = try await EvaluateProcess.run(
          ["models", "random", "--output", folder.url.appending(path: "x").argument] + arguments)
        #expect(process.exitCode == 64, "\(process.messages)")
        #expect(process.messages.contains("Expected one of --architecture"), "\(process.messages)")
      }
      #expect(folder.contents == [])
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

    @Test(
      "An activation that is only assumed is warned of with how to state it, and stated it is not")
    func assumedActivation() async throws {
      // The demo's model without what lies beside it.
      let experiment = try SmallExperiment()
      for name in ["model.safetensors", "merges.txt"] {
        let file = Demo.checkpoint.deletingLastPathComponent().appending(path: name)
        try experiment.folder.write(Data(contentsOf: file), to: "bare/\(name)")
      }
      let bare = experiment.folder.url.appending(path: "bare/model.safetensors").argument
      let assumption = """
        warning: the activation is quick-gelu, assumed: the tensors have OpenAI's names, and nothing \
        tells otherwise; a model of open_clip may need gelu. State it: \

        """
      func run(_ more: [String]) async throws -> EvaluateProcess {
        try? FileManager.default.removeItem(at: experiment.output)
        let process = try await experiment.run(["--set", "method=clip"] + more)
        #expect(process.exitCode == 0, "\(process.messages)")
        return process
      }
      let assuming = try await run(["--set", "model.checkpoint=\(bare)"])
      #expect(
        assuming.messages.contains("\(assumption)--set model.activation=quick-gelu\n"),
        "\(assuming.messages)")
      let stating = try await run([
        "--set", "model.checkpoint=\(bare)", "--set", "model.activation=quick-gelu",
      ])
      #expect(!stating.messages.contains("warning"), "\(stating.messages)")
      #expect(stating.output == assuming.output)
      #expect(try await !run([]).messages.contains("warning"))

      let image = experiment.folder.url.appending(path: experiment.image("one")).argument
      let output = experiment.folder.url.appending(path: "maps").argument
      let commands = [
        ["explain", "--text", "sky", "--output", output, "--overwrite"],
        ["points", "--text", "sky"],
        ["features", "--output", "\(output).safetensors"],
      ]
      for command in commands {
        let arguments = command + ["--image", image, "--checkpoint", bare, "--protocol", "demo"]
        let assuming = try await EvaluateProcess.run(arguments)
        #expect(assuming.exitCode == 0, "\(assuming.messages)")
        #expect(
          assuming.messages.contains("\(assumption)--activation quick-gelu\n"),
          "\(assuming.messages)")
        let stating = try await EvaluateProcess.run(arguments + ["--activation", "gelu"])
        #expect(stating.exitCode == 0, "\(stating.messages)")
        #expect(!stating.messages.contains("warning"), "\(stating.messages)")
      }
    }

    @Test("An experiment shows what its network is resolved to, and what told it")
    func resolvedNetwork() async throws {
      let process = try await EvaluateProcess.run(["show", "--config", "demo.json"])
      #expect(process.exitCode == 0, "\(process.messages)")
      for part in [
        "vision activation  quick-gelu, from model_cfg.quick_gelu in open_clip_config.json",
        "text heads         2, from model_cfg.text_cfg.heads in open_clip_config.json",
        "deviation 0.26862955, 0.2613026, 0.2757771, OpenAI's, as nothing tells otherwise",
      ] {
        #expect(process.output.contains(part), "\(part) is not in: \(process.output)")
      }
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
