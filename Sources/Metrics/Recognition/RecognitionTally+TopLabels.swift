extension RecognitionTally {
  /// The scores of naming, for every image, the classes that it scores highest.
  ///
  /// Images without any label count; whatever is named there is wrong. Classes that annotators leave open
  /// are not named and not sought. Of equal scores the class that comes first in the list is named.
  ///
  /// - Parameter count: How many classes are named; all of them where an image has fewer.
  /// - Returns: The counts over all images.
  /// - Precondition: `count` is positive.
  /// - Complexity: O(images · classes · log classes).
  public func topLabels(_ count: Int) -> TopLabelScores {
    precondition(count > 0, "The top \(count) classes are none")
    var (named, right, positives) = (0, 0, 0)
    for row in rows {
      let decided = row.truth.indices.filter { row.truth[$0] != .undecided }
      let top = decided.sorted { (-row.scores[$0], $0) < (-row.scores[$1], $1) }.prefix(count)
      named += top.count
      right += top.count { row.truth[$0] == .present }
      positives += decided.count { row.truth[$0] == .present }
    }
    return TopLabelScores(named: named, right: right, positives: positives)
  }
}
