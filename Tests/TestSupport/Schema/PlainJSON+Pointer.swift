extension PlainJSON {
  /// The value that a JSON pointer leads to, such as `/rows/0/method`; `nil` where there is none.
  ///
  /// Keys with a slash or a tilde cannot be named.
  public subscript(pointer: String) -> PlainJSON? {
    Self.steps(of: pointer).reduce(Optional(self)) { value, step in
      switch value {
      case .object(let members)?: members[step]
      case .array(let elements)?:
        Int(step).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
      default: nil
      }
    }
  }

  /// The document with another value at a place, or with a new member, or, for no value, without one.
  ///
  /// - Precondition: everything on the way to the place is there.
  public func replacing(_ pointer: String, with value: PlainJSON?) -> PlainJSON {
    replacing(Self.steps(of: pointer)[...], with: value)
  }

  private func replacing(_ steps: ArraySlice<String>, with value: PlainJSON?) -> PlainJSON {
    guard let step = steps.first else { return value ?? .null }
    let rest = steps.dropFirst()
    switch self {
    case .object(var members):
      members[step] = rest.isEmpty ? value : members[step]?.replacing(rest, with: value)
      return .object(members)
    case .array(var elements):
      guard let place = Int(step), elements.indices.contains(place) else {
        preconditionFailure("No element \(step) of \(elements.count)")
      }
      if rest.isEmpty, value == nil {
        elements.remove(at: place)
      } else {
        elements[place] = elements[place].replacing(rest, with: value)
      }
      return .array(elements)
    default:
      preconditionFailure("Nothing lies at \(step) in \(self)")
    }
  }

  private static func steps(of pointer: String) -> [String] {
    precondition(pointer.isEmpty || pointer.hasPrefix("/"), "\(pointer) is no pointer")
    return pointer.split(separator: "/").map(String.init)
  }
}
