public import Foundation

/// A path that is relative to a folder stated elsewhere.
public struct PathWithin: Sendable, Equatable {
  /// The path as stated, variables filled in.
  public let text: String

  /// The path with the given text.
  public init(_ text: String) {
    self.text = text
  }

  /// The file or folder that the path leads to from the given folder.
  public func resolved(in folder: URL) -> URL {
    folder.following(text)
  }
}
