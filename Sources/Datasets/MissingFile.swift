public import Foundation

/// A file of a sample that is not there.
public struct MissingFile: Sendable, Hashable {
  /// The id of the sample.
  public let sample: String

  /// What the file would have been.
  public let role: DatasetError.FileRole

  /// Where it was looked for.
  public let url: URL

  /// Creates a note of a missing file.
  public init(sample: String, role: DatasetError.FileRole, url: URL) {
    self.sample = sample
    self.role = role
    self.url = url
  }
}
