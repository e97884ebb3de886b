extension Sequence<Double?> {
  /// The mean of the scores that are defined; `nil` where none is.
  package func meanOfDefined() -> Double? {
    let defined = compactMap(\.self)
    return defined.isEmpty ? nil : defined.reduce(0, +) / Double(defined.count)
  }
}
