import Foundation

/// Writes MAT-files byte by byte: sound ones in the form of machines that are no more, and unsound ones.
struct MATLABWriter {
  var isBigEndian = false

  /// A file of the version that is read, or of another.
  func file(_ elements: [UInt8]..., version: UInt64 = 0x0100) -> Data {
    let text = Array("MATLAB 5.0 MAT-file".utf8)
    let header = text + [UInt8](repeating: 0x20, count: 124 - text.count)
    let mark = Array((isBigEndian ? "MI" : "IM").utf8)
    return Data(header + number(version, width: 2) + mark + elements.flatMap(\.self))
  }

  /// A variable as it lies in a file that is not packed.
  func matrix(
    _ name: String, class arrayClass: UInt64 = 9, dimensions: [Int32], type: UInt64 = 2,
    numbers: [UInt8]
  ) -> [UInt8] {
    let extents = dimensions.flatMap { number(UInt64(UInt32(bitPattern: $0)), width: 4) }
    return element(
      14,
      element(6, number(arrayClass, width: 4) + [0, 0, 0, 0]) + element(5, extents)
        + element(1, Array(name.utf8)) + element(type, numbers))
  }

  /// An element with its tag and its padding, or in the short form.
  func element(_ type: UInt64, _ contents: [UInt8], isShort: Bool = false) -> [UInt8] {
    guard !isShort else {
      let tag = number(UInt64(contents.count) << 16 | type, width: 4)
      return tag + contents + [UInt8](repeating: 0, count: 4 - contents.count)
    }
    let padding = [UInt8](repeating: 0, count: (8 - contents.count % 8) % 8)
    return number(type, width: 4) + number(UInt64(contents.count), width: 4) + contents + padding
  }

  /// A packed variable whose stream holds its bytes as they are.
  func packed(_ contents: [UInt8]) -> [UInt8] {
    var sums: (UInt64, UInt64) = (1, 0)
    for byte in contents {
      sums.0 = (sums.0 + UInt64(byte)) % 65_521
      sums.1 = (sums.1 + sums.0) % 65_521
    }
    let little = MATLABWriter()
    let length = UInt64(contents.count)
    let stream =
      [0x78, 0x01, 0x01] + little.number(length, width: 2) + little.number(~length, width: 2)
      + contents + MATLABWriter(isBigEndian: true).number(sums.1 << 16 | sums.0, width: 4)
    return number(15, width: 4) + number(UInt64(stream.count), width: 4) + stream
  }

  /// The lower bytes of a number in the file's order.
  func number(_ value: UInt64, width: Int) -> [UInt8] {
    let bytes = (0..<width).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
    return isBigEndian ? bytes.reversed() : bytes
  }
}
