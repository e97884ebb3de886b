public import Checkpoints
public import Foundation
public import Tensors

/// A model of any architecture with seeded random weights: it sees nothing, and it costs and computes
/// what a real one does.
///
/// Weights are scaled so that numbers stay near one through any number of blocks, and so that attention
/// is neither flat nor hard: an error anywhere shows in the answers.
public struct RandomModel: Sendable {
  /// The extents.
  public let architecture: CLIPArchitecture

  /// The seed; the same gives the same file on every machine.
  public let seed: UInt64

  /// Whether a few channels are fifty to a hundred times as large as the others, and about two tokens of
  /// a hundred as well, as in real CLIPs: where accuracy is hard.
  public let hasOutliers: Bool

  let outliers: PlantedOutliers

  /// Describes a model; nothing is computed yet.
  public init(_ architecture: CLIPArchitecture, seed: UInt64, plantingOutliers: Bool = false) {
    self.architecture = architecture
    self.seed = seed
    hasOutliers = plantingOutliers
    outliers = PlantedOutliers(in: architecture, seed: seed)
  }

  /// Makes one tensor by its name among ``CLIPArchitecture/tensorShapes``.
  ///
  /// - Precondition: the architecture has such a tensor.
  /// - Complexity: O(n).
  public func tensor(named name: String) -> Tensor {
    guard let shape = architecture.tensorShapes[name] else {
      preconditionFailure("The architecture has no tensor '\(name)'")
    }
    return tensor(named: name, shape: shape)
  }

  /// Writes the model as a safetensors file by OpenAI's names, one tensor after another.
  ///
  /// - Parameters:
  ///   - file: The file, which is replaced where it is there.
  ///   - dataType: Single or half precision. Half rounds the numbers of single.
  ///   - progress: Told the number of tensors that are written and the number of all.
  /// - Throws: `CheckpointError.unwritable`.
  /// - Precondition: `dataType` is one of the two.
  /// - Complexity: O(n) time; memory for the largest tensor, that of the vocabulary.
  public func write(
    to file: URL, as dataType: TensorDataType = .float32,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(CheckpointError) {
    precondition(
      [.float16, .float32].contains(dataType), "Models are not written as \(dataType.rawValue)")
    let shapes = architecture.tensorShapes.sorted { $0.key < $1.key }
    let entries = shapes.map { name, shape in
      (name: name, description: TensorDescription(dataType: dataType, shape: shape))
    }
    try SafetensorsWriter.write(entries, to: file) { index in
      progress(index, entries.count)
      let tensor = tensor(named: shapes[index].key, shape: shapes[index].value)
      return dataType == .float16 ? .float16(tensor) : .float32(tensor)
    }
    progress(entries.count, entries.count)
  }

  private func tensor(named name: String, shape: [Int]) -> Tensor {
    let rule = initialisation(of: name, shape: shape)
    var random = WeightRandom(seed: seed, name: name)
    var tensor = Tensor(
      shape: shape,
      elements: random.numbers(shape.reduce(1, *)).map { rule.mean + rule.deviation * $0 })
    if hasOutliers { outliers.plant(in: &tensor, named: name) }
    return tensor
  }
}
