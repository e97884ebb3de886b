public import Metrics

/// One comparison of a run with its baseline.
public struct GateCheck: Sendable, Equatable {
  /// What is compared.
  public enum Subject: Sendable, Equatable {
    /// The experiment itself.
    case experiment

    /// Whether a method has a row.
    case row

    /// Everything that is counted, such as pixels.
    case counts

    /// What every image gave.
    case images

    /// A score that sums the run up.
    case score(ScoreName)
  }

  /// The row that is compared; `nil` where the experiment is.
  public let method: String?

  /// What is compared.
  public let subject: Subject

  /// What the baseline has, where that is a number.
  public let expected: Double?

  /// What the run has, where that is a number.
  public let got: Double?

  /// How far the run may be from the baseline; `nil` where it is not judged by a distance.
  public let tolerance: Double?

  /// Where the change may lie by the choice of images, in the score's unit; `nil` where that is not known.
  public let interval: ClosedRange<Double>?

  /// What the comparison comes to.
  public let verdict: GateVerdict

  /// What there is to say of it, in a few words.
  public let remark: String?

  init(
    _ subject: Subject, ofMethod method: String? = nil, expected: Double? = nil,
    got: Double? = nil, tolerance: Double? = nil, interval: ClosedRange<Double>? = nil,
    verdict: GateVerdict, remark: String? = nil
  ) {
    self.method = method
    self.subject = subject
    self.expected = expected
    self.got = got
    self.tolerance = tolerance
    self.interval = interval
    self.verdict = verdict
    self.remark = remark
  }
}
