import Foundation

/// The bytes of a safetensors file, put together by hand so that they may be wrong.
struct SafetensorsBytes {
  var header: String
  var data: [UInt8] = []

  /// The header length that the file claims; the true one unless a test lies.
  var claimedLength: UInt64?

  var contents: Data {
    let length = claimedLength ?? UInt64(header.utf8.count)
    let lengthBytes = (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
    return Data(lengthBytes + Array(header.utf8) + data)
  }
}
