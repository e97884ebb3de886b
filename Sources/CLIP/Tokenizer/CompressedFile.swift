internal import CZlib
internal import Foundation

/// The one place of this library that calls zlib.
enum CompressedFile {
  /// The most bytes that a vocabulary may unpack to; OpenAI's has 3.2 million.
  static let limit = 64 << 20

  /// The contents of a file, unpacked when it is compressed with gzip.
  ///
  /// - Throws: ``VocabularyError/unreadable(file:reason:)`` for a file that is missing, damaged or cut
  ///   short, ``VocabularyError/tooLarge(file:limit:)`` for one that unpacks to more than ``limit``.
  static func bytes(of file: URL) throws(VocabularyError) -> [UInt8] {
    let path = file.path(percentEncoded: false)
    guard let stream = unsafe gzopen(path, "rb") else {
      throw .unreadable(file: path, reason: unsafe String(cString: strerror(errno)))
    }
    var contents: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe gzread(stream, buffer.baseAddress, UInt32(buffer.count))
      }
      guard count >= 0 else {
        var code: Int32 = 0
        let reason = unsafe String(cString: gzerror(stream, &code))
        let systemReason = unsafe String(cString: strerror(errno))
        unsafe gzclose_r(stream)
        throw .unreadable(file: path, reason: code == Z_ERRNO ? systemReason : reason)
      }
      guard count > 0 else { break }
      contents += chunk[..<Int(count)]
      guard contents.count <= limit else {
        unsafe gzclose_r(stream)
        throw .tooLarge(file: path, limit: limit)
      }
    }
    guard unsafe gzclose_r(stream) == Z_OK else {
      throw .unreadable(file: path, reason: "the compressed data ends early")
    }
    return contents
  }
}
