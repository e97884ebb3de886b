import Foundation

/// The files of labels in the folders of a split.
struct LabelListing {
  /// The raw labels, by their samples.
  private(set) var raw: [String: LabelFile] = [:]

  /// The labels that were converted from them, by their samples.
  private(set) var converted: [String: LabelFile] = [:]

  /// The first of the folders.
  let folder: URL

  /// How many files there are of each suffix in it.
  let foundSuffixes: [String: Int]

  /// How files of labels end.
  let suffixes: [String]

  private let sources: [LabelSource]
  private let split: String
  private let root: URL

  /// Lists the folders.
  ///
  /// - Parameters:
  ///   - form: Where labels lie.
  ///   - split: The split, as the files call it.
  ///   - root: The folder of the data set.
  /// - Throws: ``DatasetError`` where a folder cannot be listed.
  init(of form: Benchmark.Form, split: String, in root: URL) throws(DatasetError) {
    func folder(of source: LabelSource) -> URL { source.path.folder(of: split, in: root) }
    let all = form.labels + form.converted
    let suffixes = all.map(\.path.suffix).uniqued()
    let isThere = all.filter { FileTree.isFolder(folder(of: $0)) }
    var files: [URL: [String]] = [:]
    for place in isThere.map(folder(of:)).uniqued() { files[place] = try FileTree.files(in: place) }

    // A converted file ends as a raw one does, and in more: the longest suffix tells what it is.
    let telling = suffixes + form.otherSuffixes
    func labelFiles(
      of sources: [LabelSource], encoding: LabelEncoding
    ) -> [String: LabelFile] {
      sources.reduce(into: [:]) { found, source in
        let suffix = source.path.suffix
        let longer = telling.filter { $0.count > suffix.count && $0.hasSuffix(suffix) }
        let own = (files[folder(of: source)] ?? []).filter { file in
          !longer.contains { file.hasSuffix($0) }
        }
        for id in own.ids(endingIn: suffix) where found[id] == nil {
          found[id] = LabelFile(
            source.path.file(of: id, split: split, in: root), format: source.format,
            encoding: encoding)
        }
      }
    }
    raw = labelFiles(of: form.labels, encoding: .raw)
    converted = labelFiles(of: form.converted, encoding: .trainIDs)

    let first = folder(of: isThere.first ?? all[0])
    self.folder = first
    self.suffixes = suffixes
    foundSuffixes = (files[first] ?? []).suffixes(
      recognising: form.converted.map(\.path.suffix) + form.otherSuffixes)
    sources = form.labels.filter { FileTree.isFolder(folder(of: $0)) } + form.labels
    self.split = split
    self.root = root
  }

  /// The samples of which there are labels.
  var ids: Set<String> { Set(raw.keys).union(converted.keys) }

  /// Where the raw labels of a sample would lie.
  func expectedFile(of id: String) -> LabelFile {
    LabelFile(sources[0].path.file(of: id, split: split, in: root), format: sources[0].format)
  }
}

extension Array where Element: Hashable {
  /// The elements, each where it first comes.
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
