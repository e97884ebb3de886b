/// How a tensor of one naming scheme is made from tensors of another.
public enum TensorRecipe: Equatable, Sendable {
  /// The tensor of another name.
  case stored(String)

  /// The matrix of another name with its axes exchanged.
  case transposed(String)

  /// Several tensors, one after another along their first axis.
  case joined([String])

  /// The names of the tensors that it is made from.
  public var names: [String] {
    switch self {
    case .stored(let name), .transposed(let name): [name]
    case .joined(let names): names
    }
  }
}
