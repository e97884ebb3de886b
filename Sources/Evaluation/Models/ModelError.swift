public import Foundation

/// What can be wrong with checking or fetching a checkpoint.
public enum ModelError: Error, Equatable, Sendable {
  /// The picture is not the one whose classification was published.
  case otherPicture(file: URL, got: ContentHash, expected: ContentHash, name: String)

  /// A picture was given, and nothing was published of it for such a model.
  case nothingPublished(checkpoint: URL, picture: URL)

  /// The program that transfers files is not there.
  case noCurl

  /// Another program is fetching the same file into `part`.
  case alreadyFetching(name: String, part: URL)

  /// Bytes did not come; `received` are in the file `part`.
  case notFetched(address: URL, reason: String, part: URL, received: Int)

  /// A file that was fetched does not hold what was published.
  case otherBytes(
    file: URL, got: ContentHash, expected: ContentHash, name: String, isRemoved: Bool)

  /// A file or its folder cannot be written.
  case unwritable(file: URL, reason: String)
}

extension ModelError: CustomStringConvertible {
  /// The error in words for the person at the terminal.
  public var description: String {
    switch self {
    case .otherPicture(let file, let got, let expected, let name):
      """
      \(file.path(percentEncoded: false)) is not \(name): its SHA-256 is \(got), expected \(expected)
      """
    case .nothingPublished(let checkpoint, let picture):
      """
      \(checkpoint.path(percentEncoded: false)): no outputs of such a model were published for a \
      picture; leave \(picture.path(percentEncoded: false)) out
      """
    case .noCurl:
      "fetching needs the program curl, which cannot be started; install it: apt-get install curl"
    case .alreadyFetching(let name, let part):
      """
      \(name) is being fetched already, into \(part.path(percentEncoded: false)): wait until that is done
      """
    case .notFetched(let address, let reason, let part, let received):
      "\(address.absoluteString): \(reason)"
        + (received > 0
          ? """
          ; \(received) bytes are in \(part.path(percentEncoded: false)): run the command again to go on \
          where it stopped
          """ : "")
    case .otherBytes(let file, let got, let expected, let name, let isRemoved):
      """
      \(file.path(percentEncoded: false)) is not \(name): its SHA-256 is \(got), expected \(expected); \
      \(isRemoved ? "it was removed, so that another try begins anew" : "remove it to fetch it again")
      """
    case .unwritable(let file, let reason):
      "\(file.path(percentEncoded: false)): cannot be written: \(reason)"
    }
  }
}
