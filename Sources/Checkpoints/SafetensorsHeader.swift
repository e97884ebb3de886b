import Foundation

/// The JSON in front of a safetensors file's data, checked against that data's length.
///
/// As the format demands, the tensors cover the data without overlap and without gap, in any order.
struct SafetensorsHeader {
  /// What the header says of one tensor.
  struct Entry {
    var name: String
    var description: TensorDescription

    /// Where the values lie, from the first byte behind the header.
    var bytes: Range<Int>
  }

  /// The tensors in the header's order.
  let entries: [Entry]

  /// Reads and checks the JSON text of a header that stands before `dataCount` bytes of data.
  init(_ bytes: [UInt8], before dataCount: Int, in file: URL) throws(CheckpointError) {
    var entries: [Entry] = []
    var scanner = JSONScanner(bytes, of: file)
    try scanner.readObject { scanner, name throws(CheckpointError) in
      if name == "__metadata__" {
        try scanner.readObject { scanner, _ throws(CheckpointError) in
          _ = try scanner.readString()
        }
      } else {
        entries.append(try Self.readEntry(name, from: &scanner, dataCount: dataCount))
      }
    }
    try scanner.readEnd()
    try Self.checkCover(of: entries, dataCount: dataCount, in: file)
    self.entries = entries
  }

  private static func readEntry(
    _ name: String, from scanner: inout JSONScanner, dataCount: Int
  ) throws(CheckpointError) -> Entry {
    let file = scanner.file
    var dataType: TensorDataType?
    var shape: [Int]?
    var offsets: [Int]?
    try scanner.readObject { scanner, key throws(CheckpointError) in
      switch key {
      case "dtype":
        let text = try scanner.readString()
        dataType = TensorDataType(rawValue: text)
        if dataType == nil { throw .unknownDataType(file: file, tensor: name, got: text) }
      case "shape": shape = try scanner.readNumbers()
      case "data_offsets": offsets = try scanner.readNumbers()
      default: throw scanner.mismatch("no other key than dtype, shape, data_offsets in '\(name)'")
      }
    }
    guard let dataType, let shape, let offsets else {
      throw scanner.mismatch("dtype, shape and data_offsets before the end of '\(name)'")
    }
    guard offsets.count == 2, offsets[0] <= offsets[1], offsets[1] <= dataCount else {
      throw .offsetsOutsideData(file: file, tensor: name, got: offsets, expected: dataCount)
    }
    let description = TensorDescription(dataType: dataType, shape: shape)
    guard let expected = description.storedByteCount else {
      throw .shapeTooLarge(file: file, tensor: name, got: shape)
    }
    let range = offsets[0]..<offsets[1]
    guard range.count == expected else {
      throw .wrongByteCount(file: file, tensor: name, got: range.count, expected: expected)
    }
    return Entry(
      name: name, description: description, bytes: range)
  }

  private static func checkCover(
    of entries: [Entry], dataCount: Int, in file: URL
  ) throws(CheckpointError) {
    var end = 0
    var previous = ""
    let sorted = entries.sorted {
      ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound)
    }
    for entry in sorted {
      if entry.bytes.lowerBound < end {
        throw .overlap(
          file: file, tensor: entry.name, got: entry.bytes, other: previous, expected: end)
      }
      if entry.bytes.lowerBound > end {
        throw .unclaimedBytes(file: file, got: end..<entry.bytes.lowerBound)
      }
      end = entry.bytes.upperBound
      previous = entry.name
    }
    if end < dataCount { throw .unclaimedBytes(file: file, got: end..<dataCount) }
  }
}
