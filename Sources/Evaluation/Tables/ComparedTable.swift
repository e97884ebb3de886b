/// A published table with our runs beside its numbers.
public struct ComparedTable: Sendable {
  /// One cell, three ways.
  public struct Cell: Sendable {
    /// Our side of a cell.
    public enum Own: Sendable {
      /// Nothing of ours belongs here.
      case none

      /// An experiment would give the number, and no run of it was found.
      case noRun

      /// A run's number; `nil` where it is undefined.
      case score(Double?, run: FoundRun)
    }

    /// The published number.
    public let paper: ReferenceNumber?

    /// Ours.
    public let own: Own

    /// The experiment that gives ours, by its name in `Configs`.
    public let config: String?

    /// Why the two are not compared; `nil` where they are.
    public let reasonAgainstComparing: String?
  }

  /// A run that is of the table's task and data, and still none of its cells'.
  public struct LeftOutRun: Sendable {
    /// The run.
    public let run: FoundRun

    /// Why.
    public let deviations: [RunDeviation]
  }

  /// What was published.
  public let reference: ReferenceTable

  /// The cells, row by row.
  public let cells: [[Cell]]

  /// The runs that came near and were not taken.
  public let leftOut: [LeftOutRun]

  /// The choices of the protocol that the authors did not state, with how sure each is.
  public let uncertainChoices: [(key: String, confidence: Confidence)]
}
