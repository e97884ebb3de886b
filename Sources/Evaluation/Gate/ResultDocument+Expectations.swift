public import Metrics

extension ResultDocument {
  /// The scores that the experiment's configuration expected.
  public var expectations: [ScoreName: Expectation] {
    guard case .object(let members)? = experiment["expects"] else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: members.compactMap { name, stated in
        guard let score = ScoreName(rawValue: name), let value = stated["value"]?.double,
          let tolerance = stated["tolerance"]?.double
        else { return nil }
        return (score, Expectation(value: value, tolerance: tolerance))
      })
  }
}

extension JSONValue {
  /// The number, where the value is one.
  fileprivate var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }
}
