extension Table {
  /// Marks the best number of a column.
  ///
  /// Numbers are compared as they are printed: two that read the same are both best. Nothing is
  /// marked where there is nothing to choose, that is, where all numbers read the same.
  ///
  /// - Parameters:
  ///   - column: The position of the column.
  ///   - isHigher: Whether higher is better.
  public mutating func markBest(inColumn column: Int, higherIsBetter isHigher: Bool = true) {
    markBest(of: rows.indices.map { (row: $0, column: column) }, higherIsBetter: isHigher)
  }

  /// Marks the best number of some rows of a column, by the rules of
  /// ``markBest(inColumn:higherIsBetter:)``.
  ///
  /// - Parameters:
  ///   - column: The position of the column.
  ///   - rows: The positions of the rows that are compared.
  ///   - isHigher: Whether higher is better.
  public mutating func markBest(
    inColumn column: Int, ofRows rows: some Sequence<Int>, higherIsBetter isHigher: Bool = true
  ) {
    markBest(of: rows.map { (row: $0, column: column) }, higherIsBetter: isHigher)
  }

  /// Marks the best number of a row, by the rules of ``markBest(inColumn:higherIsBetter:)``.
  ///
  /// - Parameters:
  ///   - row: The position of the row.
  ///   - isHigher: Whether higher is better.
  public mutating func markBest(inRow row: Int, higherIsBetter isHigher: Bool = true) {
    markBest(of: columns.indices.map { (row: row, column: $0) }, higherIsBetter: isHigher)
  }

  private mutating func markBest(
    of positions: [(row: Int, column: Int)], higherIsBetter isHigher: Bool
  ) {
    let numbers = positions.map { rows[$0.row].cells[$0.column].printedNumber }
    let present = numbers.compactMap(\.self)
    guard let lowest = present.min(), let highest = present.max() else { return }
    let best = isHigher ? highest : lowest
    for (position, number) in zip(positions, numbers) {
      setBest(lowest < highest && number == best, row: position.row, column: position.column)
    }
  }
}
