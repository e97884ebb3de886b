import Checkpoints
import Tensors

extension CLIPArchitecture {
  /// The numbers that OpenAI's archives hold beside the weights, and what the shapes tell of each.
  private var numbers: [(name: String, value: Int)] {
    [
      ("context_length", text.contextLength), ("input_resolution", vision.imageSide),
      ("vocab_size", text.vocabularySize),
    ]
  }

  /// Names that OpenAI's archives hold beside the weights: single numbers that the shapes tell, too.
  static let redundantTensorNames = ["context_length", "input_resolution", "vocab_size"]

  /// Holds the numbers that lie beside the weights against the shapes.
  ///
  /// - Throws: ``CLIPError/tensorsDisagree(file:differences:)``, and `CheckpointError` where a number
  ///   cannot be read.
  func checkNumbers(in source: any TensorSource) throws {
    var differences: [TensorDifference] = []
    for (name, expected) in numbers {
      guard let description = source.descriptions[name] else { continue }
      // Whoever converts all of a file to half precision converts these, too.
      let values =
        [.int32, .int64].contains(description.dataType)
        ? try source.integers(named: name).map(Double.init)
        : try source.tensor(named: name).elements.map(Double.init)
      if values != [Double(expected)] {
        differences.append(.misnumbered(name, got: values, expected: expected))
      }
    }
    guard differences.isEmpty else {
      throw CLIPError.tensorsDisagree(file: source.file, differences: differences)
    }
  }
}
