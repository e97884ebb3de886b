public import Foundation
public import Tensors

/// A safetensors file: eight bytes of header length, a JSON header, and the tensors' bytes.
///
/// The file is mapped into memory: opening reads the header alone, and a tensor's pages come in when
/// it is asked for. Reading never executes anything, and what the header claims is checked against
/// the file before any of it is used. (github.com/huggingface/safetensors describes the format.)
public struct SafetensorsFile: TensorSource {
  /// The file that was opened.
  public let file: URL

  /// The names of the tensors in the header's order.
  public let tensorNames: [String]

  /// Every tensor's stored format and shape by name.
  public let descriptions: [String: TensorDescription]

  private let data: Data
  private let ranges: [String: Range<Int>]

  /// Opens a file and checks its header.
  ///
  /// - Throws: ``CheckpointError`` where the file cannot be read or breaks the format: a header that
  ///   reaches past the file, is no strict JSON or names a tensor twice, offsets outside the data,
  ///   byte counts that differ from shape × format, overlaps and gaps.
  public init(contentsOf file: URL) throws(CheckpointError) {
    try self.init(Data(mapping: file), of: file)
  }

  /// Checks a file that is in memory.
  package init(_ contents: Data, of file: URL) throws(CheckpointError) {
    guard let length = contents.headerLength else {
      throw .tooShort(file: file, got: contents.count, expected: Self.lengthByteCount)
    }
    let longest = min(contents.count - Self.lengthByteCount, Self.longestHeader)
    guard length <= longest else {
      throw .headerTooLong(file: file, got: length, expected: longest)
    }
    let dataStart = Self.lengthByteCount + Int(length)
    let header = try SafetensorsHeader(
      Array(contents[Self.lengthByteCount..<dataStart]), before: contents.count - dataStart,
      in: file)
    self.file = file
    data = contents
    tensorNames = header.entries.map(\.name)
    descriptions = Dictionary(
      uniqueKeysWithValues: header.entries.map { ($0.name, $0.description) })
    ranges = Dictionary(
      uniqueKeysWithValues: header.entries.map {
        ($0.name, ($0.bytes.lowerBound + dataStart)..<($0.bytes.upperBound + dataStart))
      })
  }

  /// Reads one tensor of floating-point numbers as Float32, exactly.
  ///
  /// - Throws: ``CheckpointError/missingTensor(file:expected:)``, or
  ///   ``CheckpointError/unsuitableDataType(file:tensor:got:expected:)`` unless it is F16, BF16 or F32.
  /// - Complexity: O(n); allocates the result.
  public func tensor(named name: String) throws(CheckpointError) -> Tensor {
    let (description, bytes) = try contents(of: name)
    guard let elements = bytes.floats(storedAs: description.dataType) else {
      throw .unsuitableDataType(
        file: file, tensor: name, got: description.dataType,
        expected: TensorDataType.floatingPoint)
    }
    return Tensor(shape: description.shape, elements: elements)
  }

  /// Reads one tensor of whole numbers, such as token ids or labels, in row-major order.
  ///
  /// - Throws: ``CheckpointError/missingTensor(file:expected:)``, or
  ///   ``CheckpointError/unsuitableDataType(file:tensor:got:expected:)`` unless it is I32 or I64.
  /// - Complexity: O(n); allocates the result.
  public func integers(named name: String) throws(CheckpointError) -> [Int] {
    let (description, bytes) = try contents(of: name)
    guard let integers = bytes.integers(storedAs: description.dataType) else {
      throw .unsuitableDataType(
        file: file, tensor: name, got: description.dataType, expected: TensorDataType.integers)
    }
    return integers
  }

  private func contents(
    of name: String
  ) throws(CheckpointError) -> (TensorDescription, Data) {
    guard let description = descriptions[name], let range = ranges[name] else {
      throw .missingTensor(file: file, expected: name)
    }
    return (description, data[range])
  }

  /// The number of bytes that hold the header's length.
  static let lengthByteCount = 8

  /// The most bytes of a header.
  ///
  /// The format allows 100 million; real headers have some hundred thousand, and reading one takes a few
  /// times its length.
  private static let longestHeader = 16 << 20
}

extension Data {
  /// The number in the first eight bytes, if there are eight.
  fileprivate var headerLength: UInt64? {
    let bytes = prefix(SafetensorsFile.lengthByteCount)
    guard bytes.count == SafetensorsFile.lengthByteCount else { return nil }
    return bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
