extension SampleSelection {
  /// Reads a range as it is typed: `A:B`, from position A up to but without B, counted from 0.
  ///
  /// - Throws: ``DatasetError/invalidRange(_:)`` unless A and B are whole numbers with 0 ≤ A < B.
  public init(range text: String) throws(DatasetError) {
    let bounds = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard bounds.count == 2, let lower = bounds[0], let upper = bounds[1], 0 <= lower, lower < upper
    else { throw .invalidRange(text) }
    self = .range(lower..<upper)
  }
}
