import Foundation

extension ExperimentFile {
  /// The configuration of a data set that no file states: its kind, and where it is.
  ///
  /// - Parameters:
  ///   - kind: The name of a kind of data set.
  ///   - root: Its folder; by default that of all data sets.
  ///   - split: The part that is meant; by default the kind's own.
  ///   - overrides: What else the command line states; it wins.
  ///   - surroundings: The environment and the folders.
  /// - Throws: `ConfigurationError` where there is no such kind, no folder is named, or a setting is
  ///   wrong.
  public init(
    datasetOfKind kind: String, root: String? = nil, split: String? = nil,
    overrides: [ConfigurationOverride] = [], in surroundings: Surroundings = .current
  ) throws(ConfigurationError) {
    let statements = [
      ConfigurationOverride("dataset.kind", text: kind, option: "data set"),
      ConfigurationOverride(
        "dataset.root", text: root ?? "${\(DataFolder.variable)}", option: "--root"),
      split.map { ConfigurationOverride("dataset.split", text: $0, option: "--split") },
      ConfigurationOverride("protocol.classNames", text: "canonical", option: "class names"),
    ].compactMap { $0 }
    let source = ConfigurationSource(file: surroundings.file(at: kind), in: surroundings)
    try self.init(
      ConfigurationDocument(
        ConfigurationValue(.object([]), from: .standard), from: source,
        overrides: statements + overrides, in: surroundings))
  }
}
