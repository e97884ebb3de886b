/// One question of a report that build servers show as a test.
public struct JUnitCase: Sendable, Equatable {
  /// How it went.
  public enum Outcome: Sendable, Equatable {
    /// The answer is yes.
    case passed

    /// The answer is no, and why.
    case failed(String)

    /// There is no answer, and why.
    case errored(String)
  }

  /// What it belongs to.
  public let group: String

  /// What is asked.
  public let name: String

  /// How it went.
  public let outcome: Outcome

  /// What else there is to say, whatever the outcome.
  public let output: String?

  /// Creates a case.
  public init(group: String, name: String, outcome: Outcome, output: String? = nil) {
    self.group = group
    self.name = name
    self.outcome = outcome
    self.output = output
  }
}
