/// The problems of a data set: all are counted, and of each kind the first are kept.
///
/// A data set of which every file is broken would otherwise fill the screen with one fault.
public struct DatasetProblems: Sendable, Equatable {
  /// How many problems of a kind are kept.
  public static let limit = 20

  /// How many problems there are of each kind that occurs.
  public private(set) var counts: [DatasetProblem.Kind: Int] = [:]

  /// The first problems of each kind, in the order in which they were added.
  public private(set) var kept: [DatasetProblem] = []

  /// Creates an empty list.
  public init() {}

  /// How many problems there are in all.
  public var count: Int { counts.values.reduce(0, +) }

  /// Whether nothing is wrong; remarks may have been made.
  public var isEmpty: Bool { counts.keys.allSatisfy(\.isRemark) }

  /// Adds a problem.
  public mutating func append(_ problem: DatasetProblem) {
    counts[problem.kind, default: 0] += 1
    if counts[problem.kind, default: 0] <= Self.limit { kept.append(problem) }
  }

  /// Adds problems in their order.
  public mutating func append(contentsOf problems: some Sequence<DatasetProblem>) {
    for problem in problems { append(problem) }
  }

  /// The kept problems of a kind.
  public func kept(of kind: DatasetProblem.Kind) -> [DatasetProblem] {
    kept.filter { $0.kind == kind }
  }
}
