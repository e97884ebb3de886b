import OpenVocabulary

extension Dataset {
  /// The data set with a part of its samples, in its own order.
  ///
  /// - Throws: ``DatasetError`` when an id is not in the data set, a range reaches beyond its end, a
  ///   limit is not positive, or the list of ids cannot be read.
  public func selecting(_ selection: SampleSelection) throws(DatasetError) -> Dataset {
    var part = self
    part.samples = Array(try selected(by: selection))
    return part
  }

  private func selected(by selection: SampleSelection) throws(DatasetError) -> ArraySlice<Sample> {
    switch selection {
    case .all:
      return samples[...]
    case .first(let limit):
      guard limit > 0 else { throw .invalidLimit(limit) }
      return samples.prefix(limit)
    case .range(let range):
      guard !range.isEmpty, samples.indices.contains(range.lowerBound),
        range.upperBound <= samples.count
      else { throw .rangeOutsideDataset(range, dataset: name, sampleCount: samples.count) }
      return samples[range]
    case .sample(let id):
      return try samples(withIDs: [id])[...]
    case .listed(let file):
      return try samples(withIDs: SampleList(contentsOf: file).ids)[...]
    }
  }

  private func samples(withIDs ids: [String]) throws(DatasetError) -> [Sample] {
    // Bytes as keys: two spellings of é are two files, though they are equal as strings.
    let known = Set(samples.map { Array($0.id.utf8) })
    for id in ids where !known.contains(Array(id.utf8)) {
      throw .unknownSample(id, dataset: name, split: split, suggestion: suggestion(for: id))
    }
    let wanted = Set(ids.map { Array($0.utf8) })
    return samples.filter { wanted.contains(Array($0.id.utf8)) }
  }

  /// The id that was probably meant: the same name with another folder or suffix, or else the one
  /// with the fewest letters to change.
  private func suggestion(for id: String) -> String? {
    let name = Self.fileName(of: id)
    let same = samples.first { Self.fileName(of: $0.id) == name }
    return same?.id ?? NameSuggestion.nearest(to: id, among: samples.map(\.id))
  }

  /// The last part of an id without a suffix that is no part of it, in lower case.
  private static func fileName(of id: String) -> String {
    let name = id.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." }).lowercased()
  }
}
