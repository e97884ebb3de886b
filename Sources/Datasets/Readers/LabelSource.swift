/// Where files of labels lie, and how they hold their numbers.
struct LabelSource: Sendable, Hashable, ExpressibleByStringLiteral {
  /// Where they lie.
  var path: PathPattern

  /// How they hold their numbers.
  var format: LabelFormat

  init(_ path: PathPattern, format: LabelFormat) {
    self.path = path
    self.format = format
  }

  /// Index PNGs.
  init(stringLiteral path: String) {
    self.init(PathPattern(path), format: .indexPNG)
  }
}
