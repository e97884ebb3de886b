public import Foundation

/// Why one image cannot be explained, or its pictures not be written.
public enum ExplanationError: Error, Equatable, Sendable {
  /// Something lies where the pictures should go.
  case exists(URL)

  /// A name that says another format than the one that is written.
  case notPNG(URL)

  /// A picture or the folder of pictures cannot be written.
  case unwritable(URL, reason: String)

  /// All panels in one picture would have more pixels than are ever decoded again.
  case panelTooLarge(pixels: Int, limit: Int)
}

extension ExplanationError: CustomStringConvertible {
  /// The error in words for the person at the terminal.
  public var description: String {
    switch self {
    case .exists(let url):
      "\(url.path(percentEncoded: false)) exists already; name another place, or add --overwrite"
    case .notPNG(let url):
      """
      \(url.path(percentEncoded: false)): pictures are written as PNG; name a file.png, or a folder \
      without a suffix
      """
    case .unwritable(let url, let reason):
      "cannot write \(url.path(percentEncoded: false)): \(reason)"
    case .panelTooLarge(let pixels, let limit):
      """
      one picture of all texts would have \(pixels) pixels, at most \(limit) are written; \
      name a folder, which gets one picture a text
      """
    }
  }
}
