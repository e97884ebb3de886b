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
    let images = rows.map { TopLabelScores(of: $0.scores, truth: $0.truth, naming: count) }
    return TopLabelScores(
      named: images.reduce(0) { $0 + $1.named }, right: images.reduce(0) { $0 + $1.right },
      positives: images.reduce(0) { $0 + $1.positives })
  }
}
