public import Foundation

/// A file that configuration was read from.
public struct ConfigurationSource: Sendable, Equatable {
  /// The file.
  public let file: URL

  /// The file's path as messages print it.
  public let name: String

  /// The folder that the relative paths stated in this file are relative to.
  var folder: URL { file.deletingLastPathComponent() }

  /// Names a file for messages.
  public init(file: URL, in surroundings: Surroundings) {
    self.file = file.standardizedFileURL
    self.name = surroundings.displayName(of: file)
  }
}
