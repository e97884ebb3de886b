import CZlib
import Foundation

/// A zip archive of stored entries, so that what the fuzzer makes of a pickle reaches what reads it.
struct StoredArchive {
  /// The bytes of the archive.
  let contents: Data

  /// Puts files together.
  init(_ files: [(name: String, contents: Data)]) {
    var archive = Data()
    var directory = Data()
    for (name, contents) in files {
      let checksum = contents.withUnsafeBytes {
        UInt32(truncatingIfNeeded: crc32_z(0, $0.bindMemory(to: UInt8.self).baseAddress, $0.count))
      }
      var common = Data()
      common.append([20, 0] as [UInt16])
      common.append([0, 0] as [UInt16])
      common.append([0] as [UInt16])
      common.append([checksum, UInt32(contents.count), UInt32(contents.count)])
      common.append([UInt16(name.utf8.count), 0])
      let header = archive.count
      // Version, flags, method, time, date, checksum, sizes, lengths: the same in both headers.
      archive.append([0x0403_4B50] as [UInt32])
      archive.append(common)
      archive.append(contentsOf: name.utf8)
      archive.append(contents)
      directory.append([0x0201_4B50] as [UInt32])
      directory.append([20] as [UInt16])
      directory.append(common)
      directory.append([0, 0, 0] as [UInt16])
      directory.append([0, UInt32(header)])
      directory.append(contentsOf: name.utf8)
    }
    let start = archive.count
    archive.append(directory)
    archive.append([0x0605_4B50] as [UInt32])
    archive.append([0, 0, UInt16(files.count), UInt16(files.count)])
    archive.append([UInt32(directory.count), UInt32(start)])
    archive.append([0] as [UInt16])
    contents = archive
  }
}

extension Data {
  /// Appends numbers, least significant byte first.
  fileprivate mutating func append<Number: FixedWidthInteger>(_ numbers: [Number]) {
    for number in numbers {
      for byte in 0..<(Number.bitWidth / 8) {
        append(UInt8(truncatingIfNeeded: number >> (8 * byte)))
      }
    }
  }
}
