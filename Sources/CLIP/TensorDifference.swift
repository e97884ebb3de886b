/// One way in which a checkpoint's tensors differ from those its architecture has.
public enum TensorDifference: Equatable, Sendable {
  /// A tensor is not there; extents that nothing else tells are written as words.
  case missing(String, expected: String)

  /// A tensor is there that the architecture does not have.
  case unexpected(String, got: [Int])

  /// A tensor has another shape than the rest of the checkpoint asks for.
  case misshaped(String, got: [Int], expected: String)

  /// A number beside the weights says otherwise than their shapes.
  case misnumbered(String, got: [Double], expected: Int)

  /// The name of the tensor.
  public var name: String {
    switch self {
    case .missing(let name, _), .unexpected(let name, _), .misshaped(let name, _, _),
      .misnumbered(let name, _, _):
      name
    }
  }
}

extension TensorDifference: CustomStringConvertible {
  /// One line: the name, what was found and what was expected.
  public var description: String {
    switch self {
    case .missing(let name, let expected): "\(name): missing, expected \(expected)"
    case .unexpected(let name, let got): "\(name): got \(got), expected no such tensor"
    case .misshaped(let name, let got, let expected): "\(name): got \(got), expected \(expected)"
    case .misnumbered(let name, let got, let expected):
      "\(name): says \(got.map { "\($0)" }.joined(separator: ", ")), expected \(expected)"
    }
  }
}
