/// The name that a person may have meant.
package enum NameSuggestion {
  /// The known name with the fewest letters to change, if a third of the name's letters at most.
  ///
  /// Capital and small letters count as one.
  ///
  /// - Complexity: O(n·m) for each known name.
  package static func nearest(to name: String, among known: [String]) -> String? {
    let distances = known.map {
      (name: $0, distance: distance(from: name.lowercased(), to: $0.lowercased()))
    }
    guard let nearest = distances.min(by: { $0.distance < $1.distance }),
      nearest.distance * 3 <= max(name.count, nearest.name.count)
    else { return nil }
    return nearest.name
  }

  /// The number of letters to insert, delete or replace (Levenshtein, 1966).
  private static func distance(from first: String, to second: String) -> Int {
    var previous = Array(0...second.count)
    for (row, letter) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        let replaced = previous[column] + (letter == other ? 0 : 1)
        current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[second.count]
  }
}
