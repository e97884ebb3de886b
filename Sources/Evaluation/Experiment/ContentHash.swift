import Crypto
public import Foundation

/// The SHA-256 of some content: equal content has equal hashes, wherever it lies.
public struct ContentHash: Sendable, Hashable, CustomStringConvertible {
  /// The 64 hexadecimal digits.
  public let description: String

  /// Hashes bytes.
  public init(of data: some DataProtocol) {
    self.init(SHA256.hash(data: data))
  }

  /// Hashes a text as UTF-8.
  public init(of text: String) {
    self.init(of: Data(text.utf8))
  }

  /// Hashes a file, one mebibyte in memory at a time.
  ///
  /// - Throws: `ConfigurationError.unreadable` where the file cannot be read.
  public init(ofFile file: URL) throws(ConfigurationError) {
    var hasher = SHA256()
    do {
      let handle = try FileHandle(forReadingFrom: file)
      defer { try? handle.close() }
      while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty {
        hasher.update(data: chunk)
      }
    } catch {
      throw .unreadable(
        file: file.path, reason: UnreadableFile.reason(for: error, at: file))
    }
    self.init(hasher.finalize())
  }

  private init(_ digest: SHA256Digest) {
    description = digest.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
