public import Foundation

/// A finished run that was found on disk.
public struct FoundRun: Sendable {
  /// The run's folder, or the result file that was named.
  public let url: URL

  /// What it holds.
  public let result: ResultDocument

  /// Names a run and what it holds.
  public init(url: URL, result: ResultDocument) {
    self.url = url
    self.result = result
  }
}
