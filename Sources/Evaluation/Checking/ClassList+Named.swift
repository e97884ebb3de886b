public import OpenVocabulary

extension ClassList {
  /// Reads the class list that a person names: a kind of data set, the name of a list that comes with
  /// the program, or the path of one.
  ///
  /// - Throws: `ConfigurationError.notFound` with every place that was looked at, and
  ///   `OpenVocabularyError` where the list is unsound.
  public init(named name: String, in surroundings: Surroundings) throws {
    let listName = DatasetKind(rawValue: name)?.classListName ?? name
    try self.init(
      contentsOf: ResourceLocator(surroundings).locate(
        .classes, listName, statedAt: .option(name)))
  }
}
