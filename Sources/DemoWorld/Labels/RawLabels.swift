/// The raw label that the files of a benchmark have for what is seen in a scene.
struct RawLabels {
  /// The label of what the benchmark has no name for.
  let other: UInt16

  /// The labels of what it has a name for.
  let named: [SceneCategory: UInt16]

  /// Creates a table.
  init(_ named: [SceneCategory: UInt16], other: UInt16) {
    self.named = named
    self.other = other
  }

  /// The label of a category, or of a thing that no category names.
  subscript(category: SceneCategory?) -> UInt16 {
    category.flatMap { named[$0] } ?? other
  }
}
