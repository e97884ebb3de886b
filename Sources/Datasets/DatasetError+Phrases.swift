import Foundation

/// Parts of the sentences that describe errors.
extension DatasetError {
  /// Items with commas, of which only the first are shown.
  static func list(_ items: [String], limit: Int) -> String {
    let rest = items.count - limit
    return items.prefix(limit).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  /// The splits to choose from.
  static func choice(of splits: [String]) -> String {
    splits.isEmpty
      ? "No split is there; check `dataset.root`."
      : "Set `dataset.split` to one that is there: \(list(splits, limit: 12))."
  }

  /// The names of settings, in code quotes.
  static func names(_ settings: [String]) -> String {
    settings.map { "`\($0)`" }.joined(separator: " or ")
  }

  /// How many files there are of each suffix, the most frequent first.
  static func counts(_ found: [String: Int]) -> String {
    guard !found.isEmpty else { return "no files" }
    let items = found.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) \($0.key.isEmpty ? "without suffix" : $0.key)" }
    return list(items, limit: 6)
  }

  /// Labels and their pixels, in the order of the labels.
  static func pixels(_ labels: [UInt16: Int]) -> String {
    let items = labels.sorted { $0.key < $1.key }
      .map { "\($0.key) (\($0.value) \($0.value == 1 ? "pixel" : "pixels"))" }
    return list(items, limit: 8)
  }

  /// Ranges of labels, as they are read.
  static func ranges(_ ranges: [ClosedRange<UInt16>]) -> String {
    let items = ranges.map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    }
    return list(items, limit: 12)
  }
}

extension DatasetError.FileRole {
  /// What the files are called.
  var plural: String {
    switch self {
    case .image: "images"
    case .label: "label maps"
    }
  }
}

extension URL {
  /// The path as people write it.
  var shown: String { path(percentEncoded: false) }
}
