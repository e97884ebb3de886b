extension ComparisonTable {
  /// One score: what was published and one's own.
  public struct Cell: Sendable, Equatable {
    /// One's own side of a cell.
    public enum Own: Sendable, Equatable {
      /// A number.
      case value(Double)

      /// A number could be there, but nobody has run what gives it.
      case noRun

      /// There is no way to a number.
      case none
    }

    /// The published number; `nil` where none is known.
    public var published: Double?

    /// The digits behind the point that were published, which a difference has too.
    public var publishedDigits: Int

    /// One's own number.
    public var own: Own

    /// Whether the two may be compared.
    public var isComparable: Bool

    /// Creates a cell.
    public init(
      published: Double?, publishedDigits: Int = 2, own: Own, isComparable: Bool = true
    ) {
      self.published = published
      self.publishedDigits = publishedDigits
      self.own = own
      self.isComparable = isComparable
    }

    /// One's own number less the published one, unrounded; `nil` where one is missing or the two may not
    /// be compared.
    public var difference: Double? {
      guard isComparable, let published, case .value(let value) = own else { return nil }
      return value - published
    }

    /// The cells of a table: published, own, difference.
    public var tableCells: [Table.Cell] {
      [
        .number(published, NumberFormat(fractionDigits: publishedDigits)), ownCell,
        .number(difference, NumberFormat(fractionDigits: publishedDigits, showsPlus: true)),
      ]
    }

    private var ownCell: Table.Cell {
      switch own {
      case .value(let value): .number(value, .percent)
      case .noRun: .text("no run")
      case .none: .missing
      }
    }
  }
}
