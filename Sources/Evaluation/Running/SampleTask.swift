/// What a run computes: something for each sample, and a sum of it over all samples.
///
/// A task knows nothing of threads, files of results or progress; the ``Runner`` does.
public protocol SampleTask: Sendable {
  /// One image with what is known of it.
  associatedtype Input: Sendable

  /// What one sample gives.
  associatedtype Outcome: Sendable

  /// The sum over samples.
  ///
  /// Adding outcomes in any order and grouping must give the same sum, which is what makes a score
  /// independent of workers; integer counts do.
  associatedtype Tally: Sendable

  /// The sum over no samples.
  var emptyTally: Tally { get }

  /// Computes one sample.
  ///
  /// - Throws: When a file of the sample cannot be used.
  func outcome(for sample: Input) throws -> Outcome

  /// Adds one sample's outcome to a sum.
  func add(_ outcome: Outcome, to tally: inout Tally)
}
