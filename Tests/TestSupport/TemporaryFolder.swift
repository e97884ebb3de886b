public import Foundation

/// A fresh folder that is removed when its last reference goes.
public final class TemporaryFolder: Sendable {
  /// Where the folder lies.
  public let url: URL

  /// Creates an empty folder in the system's temporary folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "surgerybench-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Writes a file inside the folder, creating the folders on its way, and returns its address.
  @discardableResult
  public func write(_ data: Data, to path: String) throws -> URL {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file
  }

  /// Writes a text file inside the folder, creating the folders on its way.
  @discardableResult
  public func write(_ text: String, to path: String) throws -> URL {
    try write(Data(text.utf8), to: path)
  }

  /// The names of everything inside the folder, at any depth, in byte order.
  public var contents: [String] {
    (FileManager.default.enumerator(atPath: url.path(percentEncoded: false))?
      .compactMap { $0 as? String } ?? []).sorted()
  }
}
