extension Table {
  /// The heading of a column and the side to which its cells are set.
  public struct Column: Sendable, Equatable {
    /// The heading.
    public var title: String

    /// The side to which heading and cells are set.
    public var alignment: Alignment

    /// What neighbouring columns of the same group share as a heading above their own; empty for none.
    public var group: String

    /// Creates a column; numbers read best when they end at one edge.
    public init(_ title: String, alignment: Alignment = .trailing, group: String = "") {
      self.title = title
      self.alignment = alignment
      self.group = group
    }

    /// The heading in one line, for forms that cannot set one heading above several columns.
    var lineTitle: String { group.isEmpty ? title : "\(group), \(title)" }
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
