/// Finds what a mistyped name was probably meant to be.
enum Suggestion {
  /// The candidate nearest to a name, `nil` where none is near.
  ///
  /// Near is the same letters in other case, the same beginning, or at most one edit (a letter
  /// added, dropped, changed or swapped with its neighbour) for every three letters.
  static func nearest(to name: String, among candidates: [String]) -> String? {
    let typed = name.lowercased()
    let ranked = candidates.map { (name: $0, distance: distance(typed, $0.lowercased())) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    if best.distance <= max(1, name.count / 3) { return best.name }
    let completions = candidates.filter { typed.count >= 3 && $0.lowercased().hasPrefix(typed) }
    return completions.count == 1 ? completions.first : nil
  }

  /// The number of edits between two words (optimal string alignment).
  ///
  /// - Complexity: O(*m* · *n*) in their lengths.
  static func distance(_ first: String, _ second: String) -> Int {
    let first = Array(first)
    let second = Array(second)
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in first.indices {
      var current = [row + 1]
      for column in second.indices {
        let substitution = last[column] + (first[row] == second[column] ? 0 : 1)
        var cost = min(substitution, last[column + 1] + 1, current[column] + 1)
        if row > 0 && column > 0 && first[row] == second[column - 1]
          && first[row - 1] == second[column]
        {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[second.count]
  }
}
