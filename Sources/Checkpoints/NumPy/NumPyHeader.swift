import Foundation

/// What stands in front of a `.npy` file's values: the literal of a dictionary of Python's.
struct NumPyHeader {
  /// The stored format and the shape.
  let description: TensorDescription

  /// Whether the first axis is the fastest, as in Fortran.
  let isColumnMajor: Bool

  /// How many bytes come before the values.
  let byteCount: Int

  /// Every file begins so, followed by two bytes of a version.
  private static let signature: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// NumPy itself reads no longer headers; real ones have about a hundred bytes.
  private static let longestHeader = 10_000

  /// Reads and checks a header.
  init(of contents: Data, in file: URL) throws(CheckpointError) {
    let prefix = Array(contents.prefix(Self.signature.count + 6))
    guard prefix.starts(with: Self.signature) else {
      throw .malformedHeader(
        file: file, offset: 0, got: "no signature of NumPy's",
        expected: "an array that numpy.save wrote")
    }
    guard prefix.count == Self.signature.count + 6 else {
      throw .malformedHeader(
        file: file, offset: prefix.count, got: "the end of the file", expected: "a header")
    }
    let version = prefix[6]
    guard (1...3).contains(version) else {
      throw .malformedHeader(
        file: file, offset: 6, got: "version \(version)", expected: "version 1, 2 or 3")
    }
    let start = version == 1 ? 10 : 12
    let length = prefix[8..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= min(Self.longestHeader, contents.count - start) else {
      throw .headerTooLong(
        file: file, got: UInt64(length),
        expected: min(Self.longestHeader, contents.count - start))
    }
    byteCount = start + length
    let text = contents.slice(start..<byteCount)
    var reader = PythonLiteralReader(Array(text), from: start, in: file)
    var stored: TensorDataType?
    var isColumnMajor: Bool?
    var shape: [Int]?
    try reader.readDictionary { reader, key throws(CheckpointError) in
      switch key {
      case "descr": stored = try Self.dataType(of: try reader.readString(), in: file)
      case "fortran_order": isColumnMajor = try reader.readBoolean()
      case "shape": shape = try reader.readTuple()
      default: throw reader.mismatch("no other key than descr, fortran_order and shape")
      }
    }
    guard let stored, let isColumnMajor, let shape else {
      throw reader.mismatch("descr, fortran_order and shape before")
    }
    description = TensorDescription(dataType: stored, shape: shape)
    self.isColumnMajor = isColumnMajor
  }

  private static func dataType(
    of name: String, in file: URL
  ) throws(CheckpointError) -> TensorDataType {
    if name.hasPrefix(">") { throw .foreignByteOrder(file: file, got: name) }
    guard let dataType = dataTypes[name] else {
      throw .unknownDataType(file: file, tensor: NumPyFile.arrayName, got: name)
    }
    return dataType
  }

  /// The formats by NumPy's names, least significant byte first.
  private static let dataTypes: [String: TensorDataType] = [
    "|b1": .boolean, "|u1": .uint8, "|i1": .int8, "<u2": .uint16, "<i2": .int16,
    "<u4": .uint32, "<i4": .int32, "<u8": .uint64, "<i8": .int64, "<f2": .float16,
    "<f4": .float32, "<f8": .float64,
  ]
}
