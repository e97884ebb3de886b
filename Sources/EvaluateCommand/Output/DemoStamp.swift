/// What every table of a score on drawn scenes bears, so that it passes for no benchmark's.
struct DemoStamp {
  private let drawn: String?

  /// Creates the stamp of drawn scenes, or of `nil` for data that are not drawn, which bear none.
  init(of drawn: String?) {
    self.drawn = drawn
  }

  /// What stands before a table's title.
  var prefix: String { drawn == nil ? "" : "DEMO " }

  /// What is said below a table.
  var notes: [String] {
    drawn.map { ["DEMO: \($0), drawn. The numbers say nothing about a benchmark."] } ?? []
  }
}
