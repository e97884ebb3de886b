extension Table {
  /// One cell of a table.
  public struct Cell: Sendable, Equatable {
    /// What a cell holds.
    public enum Content: Sendable, Equatable {
      /// A name or a sentence, printed as it is.
      case text(String)

      /// A finite number and the way it is rounded.
      case number(Double, NumberFormat)

      /// No value, where one is undefined or not known; never the same as zero.
      case missing
    }

    /// What the cell holds.
    public let content: Content

    /// Whether the cell is the best of those it is compared with.
    public internal(set) var isBest = false

    /// A cell of text.
    public static func text(_ text: String) -> Cell {
      Cell(content: .text(text))
    }

    /// A cell with a number, or a missing one where there is none.
    ///
    /// - Precondition: the number is finite; what is undefined is `nil`.
    public static func number(_ value: Double?, _ format: NumberFormat) -> Cell {
      guard let value else { return missing }
      precondition(value.isFinite, "\(value) is no number for a table")
      return Cell(content: .number(value, format))
    }

    /// A cell without a value.
    public static let missing = Cell(content: .missing)

    /// The number as it is printed, or `nil` in a cell without one.
    var printedNumber: Double? {
      guard case .number(let value, let format) = content else { return nil }
      return Double(format.string(from: value))
    }
  }
}
