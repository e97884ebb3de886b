public import Foundation
public import Tensors

/// A checkpoint seen by other names; tensors are joined and transposed when they are asked for.
public struct RenamedTensorSource: TensorSource {
  /// The checkpoint by its own names.
  public let original: any TensorSource

  /// How each tensor is made from those of ``original``.
  public let recipes: [String: TensorRecipe]

  /// Every tensor's stored format and shape by its new name.
  public let descriptions: [String: TensorDescription]

  /// The file of ``original``.
  public var file: URL { original.file }

  /// Prepares a view by new names.
  ///
  /// - Throws: ``CheckpointError/duplicateName(file:got:)`` where two tensors would have one name,
  ///   ``CheckpointError/missingTensor(file:expected:)`` where a recipe's tensor is not there, and
  ///   ``CheckpointError/partsDisagree(file:tensor:got:)`` where tensors cannot be joined or transposed.
  public init(
    _ original: any TensorSource, recipes: [(name: String, recipe: TensorRecipe)]
  ) throws(CheckpointError) {
    var byName: [String: TensorRecipe] = [:]
    var descriptions: [String: TensorDescription] = [:]
    for (name, recipe) in recipes {
      guard byName.updateValue(recipe, forKey: name) == nil else {
        throw .duplicateName(file: original.file, got: name)
      }
      descriptions[name] = try Self.description(of: name, recipe, from: original)
    }
    self.original = original
    self.recipes = byName
    self.descriptions = descriptions
  }

  /// Reads one tensor, and joins or transposes as its recipe says.
  ///
  /// - Throws: ``CheckpointError``, as ``original`` does.
  public func tensor(named name: String) throws(CheckpointError) -> Tensor {
    guard let recipe = recipes[name], let description = descriptions[name] else {
      throw .missingTensor(file: file, expected: name)
    }
    switch recipe {
    case .stored(let name): return try original.tensor(named: name)
    case .transposed(let name): return try original.tensor(named: name).transposed()
    case .joined(let names):
      var elements: [Float] = []
      elements.reserveCapacity(description.shape.reduce(1, *))
      for name in names { elements += try original.tensor(named: name).elements }
      return Tensor(shape: description.shape, elements: elements)
    }
  }

  /// Reads one tensor of whole numbers, which no recipe changes.
  ///
  /// - Throws: ``CheckpointError``, as ``original`` does, and
  ///   ``CheckpointError/unsuitableDataType(file:tensor:got:expected:)`` for weights that are joined or
  ///   transposed.
  public func integers(named name: String) throws(CheckpointError) -> [Int] {
    guard let recipe = recipes[name], let description = descriptions[name] else {
      throw .missingTensor(file: file, expected: name)
    }
    guard case .stored(let name) = recipe else {
      throw .unsuitableDataType(
        file: file, tensor: name, got: description.dataType, expected: TensorDataType.integers)
    }
    return try original.integers(named: name)
  }

  private static func description(
    of name: String, _ recipe: TensorRecipe, from original: any TensorSource
  ) throws(CheckpointError) -> TensorDescription {
    var parts: [TensorDescription] = []
    for name in recipe.names {
      guard let part = original.descriptions[name] else {
        throw .missingTensor(file: original.file, expected: name)
      }
      parts.append(part)
    }
    let disagreement = CheckpointError.partsDisagree(file: original.file, tensor: name, got: parts)
    guard let first = parts.first else { throw disagreement }
    switch recipe {
    case .stored: return first
    case .transposed:
      guard first.shape.count == 2 else { throw disagreement }
      return TensorDescription(dataType: first.dataType, shape: first.shape.reversed())
    case .joined:
      guard let rows = first.shape.first, parts.allSatisfy({ $0 == first }) else {
        throw disagreement
      }
      let shape = [rows * parts.count] + first.shape.dropFirst()
      return TensorDescription(dataType: first.dataType, shape: shape)
    }
  }
}

extension Tensor {
  /// A matrix with its axes exchanged.
  fileprivate func transposed() -> Tensor {
    let (rows, columns) = (shape[0], shape[1])
    var transposed = Tensor(zeros: [columns, rows])
    for row in 0..<rows {
      for column in 0..<columns {
        transposed.elements[column * rows + row] = elements[row * columns + column]
      }
    }
    return transposed
  }
}
