/// The sum over pairs of an image and a class of how many points lie where they should.
public struct PointTally: Sendable, Equatable {
  /// What was summed of one class.
  private struct ClassSums: Sendable, Equatable {
    var positiveShares = ExactSum()
    var positivePairs = 0
    var negativeShares = ExactSum()
    var negativePairs = 0
    var shares = ExactSum()
    var pairs = 0
    var counts = PointOutcome()
  }

  private var classes: [ClassSums]

  /// The number of pairs whose map gave no point that could be scored.
  public private(set) var pairsWithoutPoints = 0

  /// Creates the sum over no points.
  public init(classCount: Int) {
    classes = Array(repeating: ClassSums(), count: classCount)
  }

  /// Adds the points of one class in one image.
  public mutating func add(_ outcome: PointOutcome, ofClass classID: Int) {
    let total = outcome.positives + outcome.negatives
    guard total > 0 else {
      pairsWithoutPoints += 1
      return
    }
    func share(_ part: Int, _ whole: Int) -> Double { Double(part) / Double(whole) }
    if outcome.positives > 0 {
      classes[classID].positiveShares.add(share(outcome.correctPositives, outcome.positives))
      classes[classID].positivePairs += 1
    }
    if outcome.negatives > 0 {
      classes[classID].negativeShares.add(share(outcome.correctNegatives, outcome.negatives))
      classes[classID].negativePairs += 1
    }
    classes[classID].shares.add(
      share(outcome.correctPositives + outcome.correctNegatives, total))
    classes[classID].pairs += 1
    classes[classID].counts.correctPositives += outcome.correctPositives
    classes[classID].counts.positives += outcome.positives
    classes[classID].counts.correctNegatives += outcome.correctNegatives
    classes[classID].counts.negatives += outcome.negatives
  }

  /// The scores: over the pairs of each class and then over the classes.
  public var scores: PointScores {
    let perClass = classes.map { sums in
      PointScores.Accuracies(
        positives: sums.positiveShares.mean(over: sums.positivePairs),
        negatives: sums.negativeShares.mean(over: sums.negativePairs),
        both: sums.shares.mean(over: sums.pairs), pairs: sums.pairs)
    }
    let pairs = classes.reduce(0) { $0 + $1.pairs }
    let counts = classes.reduce(into: PointOutcome()) { sum, one in
      sum.correctPositives += one.counts.correctPositives
      sum.positives += one.counts.positives
      sum.correctNegatives += one.counts.correctNegatives
      sum.negatives += one.counts.negatives
    }
    func share(_ part: Int, _ whole: Int) -> Double? {
      whole == 0 ? nil : Double(part) / Double(whole)
    }
    return PointScores(
      perClass: perClass,
      mean: PointScores.Accuracies(
        positives: perClass.map(\.positives).meanOfDefined(),
        negatives: perClass.map(\.negatives).meanOfDefined(),
        both: perClass.map(\.both).meanOfDefined(), pairs: pairs),
      micro: PointScores.Accuracies(
        positives: share(counts.correctPositives, counts.positives),
        negatives: share(counts.correctNegatives, counts.negatives),
        both: share(
          counts.correctPositives + counts.correctNegatives, counts.positives + counts.negatives),
        pairs: pairs),
      pairsWithoutPoints: pairsWithoutPoints)
  }
}
