import OpenVocabulary

extension SampleSelection {
  /// The selected ones of the samples of a data set, in its own order.
  ///
  /// - Parameters:
  ///   - samples: The samples, in the order of the data set.
  ///   - id: The id of a sample.
  ///   - dataset: The name of the data set, for the error.
  ///   - split: The part of the data set, for the error.
  /// - Returns: The selected samples.
  /// - Throws: ``DatasetError`` when an id is not in the data set, a range reaches beyond its end, a
  ///   limit is not positive, or the list of ids cannot be read.
  package func selected<Sample>(
    from samples: [Sample], id: (Sample) -> String, dataset: String, split: String?
  ) throws(DatasetError) -> ArraySlice<Sample> {
    let wanted: [String]
    switch self {
    case .all:
      return samples[...]
    case .first(let limit):
      guard limit > 0 else { throw .invalidLimit(limit) }
      return samples.prefix(limit)
    case .range(let range):
      guard !range.isEmpty, samples.indices.contains(range.lowerBound),
        range.upperBound <= samples.count
      else { throw .rangeOutsideDataset(range, dataset: dataset, sampleCount: samples.count) }
      return samples[range]
    case .sample(let id):
      wanted = [id]
    case .listed(let file):
      wanted = try SampleList(contentsOf: file).ids
    }
    let ids = samples.map(id)
    // Bytes as keys: two spellings of é are two files, though they are equal as strings.
    let known = Set(ids.map { Array($0.utf8) })
    for id in wanted where !known.contains(Array(id.utf8)) {
      throw .unknownSample(
        id, dataset: dataset, split: split, suggestion: Self.suggestion(for: id, among: ids))
    }
    let keys = Set(wanted.map { Array($0.utf8) })
    return samples.filter { keys.contains(Array(id($0).utf8)) }[...]
  }

  /// The id that was probably meant: the same name with another folder or suffix, or else the one
  /// with the fewest letters to change.
  private static func suggestion(for id: String, among ids: [String]) -> String? {
    let name = fileName(of: id)
    return ids.first { fileName(of: $0) == name } ?? NameSuggestion.nearest(to: id, among: ids)
  }

  /// The last part of an id without a suffix that is no part of it, in lower case.
  private static func fileName(of id: String) -> String {
    let name = id.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." }).lowercased()
  }
}
