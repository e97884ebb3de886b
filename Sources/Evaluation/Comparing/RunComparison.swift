public import Metrics

/// Two rows of scores on the same images, from two runs or one, and what is between them.
public struct RunComparison: Sendable {
  /// A row of each run, and how the second differs from the first.
  public struct Pair: Sendable {
    /// The row of the first run.
    public let first: ResultRow

    /// The row of the second run.
    public let second: ResultRow

    /// The intervals of the differences, second less first.
    public let uncertainty: ScoreUncertainty

    /// How likely such differences are by chance alone.
    public let significance: ScoreSignificance
  }

  /// The rows that were compared.
  public let pairs: [Pair]

  /// What differs between the experiments beside methods.
  public let differences: [RunDifference]

  /// How many images were compared.
  public let images: Int

  /// How the scores of each run are others than its own; `nil` where they are not.
  public let rescorings: (first: Rescoring?, second: Rescoring?)

  /// What was drawn in one piece.
  public let cluster: ImageCluster

  /// Compares two runs.
  ///
  /// - Parameters:
  ///   - first: The run that is compared with.
  ///   - second: The run that is compared.
  ///   - rows: The row of each run; `nil` for all that have the same name in both, or the only ones.
  ///   - bootstrap: How images are resampled.
  ///   - test: How rows are exchanged.
  ///   - cluster: What is drawn in one piece; `nil` for what is usual for the data set.
  /// - Throws: ``ComparisonError`` where the runs are not of the same images, classes and task.
  public init(
    from first: RecordedRun, to second: RecordedRun, rows: (first: String, second: String)?,
    by bootstrap: Bootstrap, testedBy test: PermutationTest, drawing cluster: ImageCluster? = nil
  ) throws(ComparisonError) {
    try first.checkComparable(with: second)
    let chosen = try Self.chosenRows(of: first, second, stated: rows)
    let cluster = cluster ?? first.usualCluster
    let units = cluster.units(of: first.ids)
    self.cluster = cluster
    images = first.ids.count
    rescorings = (first.rescoring, second.rescoring)
    differences = RunDifference.between([first.result, second.result])
    pairs = chosen.map { positions in
      let (one, other) = (first.resampled(positions.first), second.resampled(positions.second))
      return Pair(
        first: first.result.rows[positions.first], second: second.result.rows[positions.second],
        uncertainty: one.difference(to: other, by: bootstrap, drawing: units),
        significance: one.significance(ofDifferenceTo: other, by: test, exchanging: units))
    }
  }

  /// The positions of the rows that are compared.
  private static func chosenRows(
    of first: RecordedRun, _ second: RecordedRun, stated: (first: String, second: String)?
  ) throws(ComparisonError) -> [(first: Int, second: Int)] {
    let names = [first, second].map { $0.result.rows.map(\.method) }
    func position(_ name: String, in run: Int, at url: RecordedRun) throws(ComparisonError) -> Int {
      guard let position = names[run].firstIndex(of: name) else {
        throw .unknownRow(got: name, known: names[run], run: url.url)
      }
      return position
    }
    if let stated {
      return [
        (
          try position(stated.first, in: 0, at: first),
          try position(stated.second, in: 1, at: second)
        )
      ]
    }
    if names[0].count == 1, names[1].count == 1 { return [(0, 0)] }
    let common = names[0].enumerated().compactMap { index, name in
      names[1].firstIndex(of: name).map { (first: index, second: $0) }
    }
    guard !common.isEmpty else { throw .noCommonRow(first: names[0], second: names[1]) }
    return common
  }
}
