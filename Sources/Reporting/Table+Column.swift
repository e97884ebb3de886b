extension Table {
  /// The heading of a column and the side to which its cells are set.
  public struct Column: Sendable, Equatable {
    /// The heading.
    public var title: String

    /// The side to which heading and cells are set.
    public var alignment: Alignment

    /// Creates a column; numbers read best when they end at one edge.
    public init(_ title: String, alignment: Alignment = .trailing) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// The side of a column to which its cells are set.
  public enum Alignment: Sendable {
    /// To the left.
    case leading

    /// To the middle.
    case center

    /// To the right.
    case trailing
  }
}
