/// Why a run is not the one that a cell of a published table asks for.
public enum RunDeviation: Sendable, Equatable {
  /// The scenes are drawn.
  case drawn(String)

  /// Not all images were evaluated, or others.
  case images(got: Int, published: [Int])

  /// Another part of the data set.
  case split(got: String, expected: String)

  /// A choice of the protocol, the templates or the names of the classes is another.
  case choice(String, got: String, expected: String)

  /// The weights are not the published ones.
  case weights(got: String, expected: String)

  /// Something about the network is stated that the published weights do not have.
  case network(String, got: String, expected: String)
}

extension RunDeviation: CustomStringConvertible {
  /// The reason in words.
  public var description: String {
    switch self {
    case .drawn(let scenes): "drawn scenes (\(scenes))"
    case .images(let got, let published):
      "\(got) of \(published.map(String.init).joined(separator: " or ")) images"
    case .split(let got, let expected): "the part \(got) and not \(expected)"
    case .choice(let key, let got, let expected): "\(key) is \(got) and not \(expected)"
    case .weights(let got, let expected):
      "the weights are \(got) and not the published \(expected)"
    case .network(let key, let got, let expected): "\(key) is \(got) and not \(expected)"
    }
  }
}
