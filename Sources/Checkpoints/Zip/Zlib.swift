internal import CZlib
import Foundation

/// The one place of this library that calls zlib.
enum Zlib {
  /// The CRC-32 of some bytes, as zip archives store it.
  ///
  /// - Complexity: O(n), without a copy.
  static func checksum(of data: Data) -> UInt32 {
    unsafe data.withUnsafeBytes { bytes in
      let address = unsafe bytes.assumingMemoryBound(to: UInt8.self).baseAddress
      return unsafe UInt32(truncatingIfNeeded: crc32_z(0, address, bytes.count))
    }
  }
}
