extension TopLabelScores {
  /// Names, for one image, the classes that it scores highest.
  ///
  /// Classes that annotators leave open are not named and not sought. Of equal scores the class that comes
  /// first in the list is named.
  ///
  /// - Parameters:
  ///   - scores: One a class.
  ///   - truth: What the image shows, one a class.
  ///   - count: How many classes are named; all of them where there are fewer.
  /// - Complexity: O(classes · log classes).
  init(of scores: [Float], truth: [RecognitionTally.Presence], naming count: Int) {
    let decided = truth.indices.filter { truth[$0] != .undecided }
    let top = decided.sorted { (-scores[$0], $0) < (-scores[$1], $1) }.prefix(count)
    self.init(
      named: top.count, right: top.count { truth[$0] == .present },
      positives: decided.count { truth[$0] == .present })
  }
}
