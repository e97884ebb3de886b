import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing

/// The same weights in three formats, as PyTorch wrote them.
@Suite("PyTorchFile against safetensors", .requiresSharedData)
struct GoldenPyTorchTests {
  private static let numbers = ["vit-tiny": [32, 77, 49_408], "rn-tiny": [64, 77, 49_408]]
  private static let numberNames = ["input_resolution", "context_length", "vocab_size"]

  @Test(
    "state_dict and TorchScript hold the same tensors", arguments: ["vit-tiny", "rn-tiny"],
    [
      ("state_dict.pt", PyTorchFile.Kind.stateDictionary), ("jit.pt", .torchScript),
    ])
  func sameTensors(model: String, format: (name: String, kind: PyTorchFile.Kind)) throws {
    let reference = try SafetensorsFile(
      contentsOf: SharedData.url("golden/\(model)/model.safetensors"))
    let url = SharedData.url("golden/\(model)/\(format.name)")
    let source = try #require(try CheckpointFile.open(url) as? PyTorchFile)
    #expect(source.kind == format.kind)
    #expect(source.namingScheme == .openAI)
    #expect(
      Set(source.tensorNames).subtracting(reference.tensorNames) == Set(Self.numberNames))
    #expect(Set(reference.tensorNames).isSubset(of: source.tensorNames))
    #expect(try Self.numberNames.flatMap(source.integers) == Self.numbers[model])

    var compared = 0
    for name in reference.tensorNames {
      let expected = try #require(reference.descriptions[name])
      let got = try #require(source.descriptions[name], "\(name)")
      #expect(got.shape == expected.shape, "\(name)")
      guard expected.dataType != .int64 else {
        #expect(try source.integers(named: name) == reference.integers(named: name), "\(name)")
        continue
      }
      let values = try source.tensor(named: name).elements
      var references = try reference.tensor(named: name).elements
      if name.contains(".running_") {
        // PyTorch's files hold these statistics in half precision, too.
        #expect(got.dataType == .float16 && expected.dataType == .float32, "\(name)")
        references = references.map { Float(Float16($0)) }
      } else {
        #expect(got.dataType == expected.dataType, "\(name)")
      }
      if values != references {
        let difference = zip(values, references).map { abs($0 - $1) }.enumerated()
          .max { $0.element < $1.element }
        Issue.record("\(name): largest difference \(String(describing: difference))")
      }
      compared += values.count
    }
    #expect(compared > 3_000_000, "\(compared) values compared")
  }

  @Test("a TorchScript archive's classes tell the activation")
  func activation() throws {
    let source = try PyTorchFile(contentsOf: SharedData.url("golden/vit-tiny/jit.pt"))
    let activations = source.moduleClasses.filter { $0.value.hasSuffix(".QuickGELU") }
    #expect(activations.count == 10, "one a block, 8 of images and 2 of text")
    #expect(activations["visual.transformer.resblocks.0.mlp.gelu"] != nil)
  }

  @Test("a file cut at any place is refused", arguments: ["state_dict.pt", "jit.pt"])
  func truncated(name: String) throws {
    let whole = try SharedData.data("golden/rn-tiny/\(name)")
    let file = SharedData.url("golden/rn-tiny/\(name)")
    for count in [0, 3, 4, 21, 22, 30, 1000, whole.count / 2, whole.count - 22, whole.count - 1] {
      #expect(throws: CheckpointError.self, "cut to \(count) bytes") {
        try PyTorchFile(whole.prefix(count), of: file)
      }
    }
  }
}
