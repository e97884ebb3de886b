extension DetailAnnotations: Hashable {
  /// Whether both are of one file.
  public static func == (first: DetailAnnotations, second: DetailAnnotations) -> Bool {
    first.file == second.file
  }

  /// Hashes the file's place.
  ///
  /// - Parameter hasher: Where the place goes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(file)
  }
}
