import Foundation

/// The bytes of a zip archive, put together by hand so that they may be wrong.
struct ZipBytes {
  /// One entry; what is `nil` is stated as it is.
  struct Entry {
    var name: String
    var contents: [UInt8] = []
    var method: UInt16 = 0
    var flags: UInt16 = 1 << 11
    var checksum: UInt32?
    var byteCount: UInt64?
    var packedByteCount: UInt64?
    var headerOffset: UInt64?

    /// The checksum of the local header, where it is to differ from the directory's.
    var localChecksum: UInt32?

    /// The checksum of the data descriptor, where it is to differ from the directory's.
    var descriptorChecksum: UInt32?
    var localName: String?

    /// Whether the directory states its numbers in 64 bits.
    var isZip64 = false

    /// Whether the numbers of a zip64 entry are there.
    var hasZip64Field = true

    /// The bytes of a data descriptor's sizes; `nil` for an entry without.
    var descriptorWidth: Int?
    var descriptorHasSignature = true

    /// The bytes of filling in front of the contents.
    var padding = 0
  }

  var entries: [Entry]

  /// What stands in front of the first entry.
  var preamble: [UInt8] = []

  var comment: [UInt8] = []

  /// Whether there is a zip64 end record, as PyTorch writes it.
  var hasZip64End = false

  var entryCount: UInt64?
  var directoryOffset: UInt64?
  var volume: UInt16 = 0

  var contents: Data {
    var body = preamble
    var directory: [UInt8] = []
    for entry in entries {
      directory += entry.directoryRecord(at: body.count)
      body += entry.localRecord
    }
    let offset = directoryOffset ?? UInt64(body.count)
    let count = entryCount ?? UInt64(entries.count)
    let end = body.count + directory.count
    body += directory
    if hasZip64End {
      body += [0x50, 0x4B, 6, 6] + little(UInt64(44)) + little(UInt16(45)) + little(UInt16(45))
      body += little(UInt32(volume)) + little(UInt32(0)) + little(count) + little(count)
      body += little(UInt64(directory.count)) + little(offset)
      body += [0x50, 0x4B, 6, 7] + little(UInt32(0)) + little(UInt64(end)) + little(UInt32(1))
    }
    body += [0x50, 0x4B, 5, 6] + little(volume) + little(UInt16(0))
    body += little(UInt16(clamping: count)) + little(UInt16(clamping: count))
    body += little(UInt32(directory.count)) + little(UInt32(clamping: offset))
    body += little(UInt16(comment.count)) + comment
    return Data(body)
  }
}

extension ZipBytes.Entry {
  private var hasDescriptor: Bool { descriptorWidth != nil }
  private var statedFlags: UInt16 { hasDescriptor ? flags | 8 : flags }
  private var trueChecksum: UInt32 { checksum ?? contents.checksum }
  private var size: UInt64 { byteCount ?? UInt64(contents.count) }
  private var packedSize: UInt64 { packedByteCount ?? UInt64(contents.count) }

  fileprivate var localRecord: [UInt8] {
    let name = Array((localName ?? name).utf8)
    let filling = padding == 0 ? [] : little(UInt16(0x4246)) + little(UInt16(padding))
    let extra = filling + [UInt8](repeating: 0x5A, count: padding)
    let zip64 = isZip64 && !hasDescriptor ? zip64Field([size, packedSize]) : []
    let (sum, unpacked, packed): (UInt32, UInt32, UInt32) =
      if hasDescriptor { (0, 0, 0) } else if isZip64 { (trueChecksum, .max, .max) } else {
        (trueChecksum, UInt32(clamping: size), UInt32(clamping: packedSize))
      }
    var record: [UInt8] = [0x50, 0x4B, 3, 4, 0, 0] + little(statedFlags) + little(method)
    record += [0, 0, 0, 0] + little(localChecksum ?? sum) + little(packed) + little(unpacked)
    record += little(UInt16(name.count)) + little(UInt16(extra.count + zip64.count))
    record += name + zip64 + extra + contents
    if let descriptorWidth {
      if descriptorHasSignature { record += [0x50, 0x4B, 7, 8] }
      record += little(descriptorChecksum ?? trueChecksum)
      for number in [packedSize, size] { record += little(number).prefix(descriptorWidth) }
    }
    return record
  }

  fileprivate func directoryRecord(at position: Int) -> [UInt8] {
    let offset = headerOffset ?? UInt64(position)
    let extra = isZip64 ? zip64Field([size, packedSize, offset]) : []
    func narrow(_ number: UInt64) -> [UInt8] {
      little(isZip64 ? UInt32.max : UInt32(clamping: number))
    }
    var record: [UInt8] = [0x50, 0x4B, 1, 2, 0, 0, 0, 0] + little(statedFlags) + little(method)
    record += [0, 0, 0, 0] + little(trueChecksum) + narrow(packedSize) + narrow(size)
    record += little(UInt16(name.utf8.count)) + little(UInt16(extra.count))
    record += [UInt8](repeating: 0, count: 10) + narrow(offset)
    return record + Array(name.utf8) + extra
  }

  private func zip64Field(_ numbers: [UInt64]) -> [UInt8] {
    guard hasZip64Field else { return [] }
    return little(UInt16(1)) + little(UInt16(8 * numbers.count)) + numbers.flatMap(little)
  }
}

/// The bytes of a number, least significant first.
func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  (0..<(Number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
}

extension [UInt8] {
  /// The CRC-32 by its definition, a bit at a time.
  var checksum: UInt32 {
    var sum: UInt32 = ~0
    for byte in self {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~sum
  }
}
