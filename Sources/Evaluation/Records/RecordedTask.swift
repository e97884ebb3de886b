public import Foundation

/// A task whose outcomes are kept image by image, so that a run goes on where it was stopped and scores
/// are computed again without the network.
///
/// What is restored from records goes the way of what was just computed, through
/// ``SampleTask/add(_:to:)``: a run that was continued ends as an unbroken one.
public protocol RecordedTask: SampleTask {
  /// What is kept of one image under one row.
  associatedtype Content: RecordContent

  /// The rows of the table.
  var rowNames: [String] { get }

  /// The id of a sample.
  func id(of sample: Input) -> String

  /// The files that decide what one row has of a sample, by their role.
  func files(of sample: Input, row: Int) -> [String: URL]

  /// What is kept of an outcome, one for each row.
  func contents(of outcome: Outcome) -> [Content]

  /// The outcome that was kept, as far as ``SampleTask/add(_:to:)`` needs it.
  ///
  /// - Parameters:
  ///   - contents: What was kept, one for each row.
  ///   - id: The sample's id.
  /// - Returns: The outcome.
  /// - Throws: ``RecordError`` where the contents cannot be this task's.
  func outcome(restoring contents: [Content], ofSample id: String) throws(RecordError) -> Outcome
}
