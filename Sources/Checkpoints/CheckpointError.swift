public import Foundation

/// What can be wrong with a file of tensors.
public enum CheckpointError: Error, Equatable, Sendable {
  /// The file cannot be opened or read.
  case unreadable(file: URL, reason: String)

  /// The file ends before the eight bytes that give the header's length.
  case tooShort(file: URL, got: Int, expected: Int)

  /// The header claims more bytes than may follow; `expected` is the most there can be.
  case headerTooLong(file: URL, got: UInt64, expected: Int)

  /// The header is not the JSON that the format prescribes, from byte `offset` of the header on.
  case malformedHeader(file: URL, offset: Int, got: String, expected: String)

  /// The header uses one name twice.
  case duplicateName(file: URL, got: String)

  /// A tensor's number format is not one of safetensors'.
  case unknownDataType(file: URL, tensor: String, got: String)

  /// A tensor's shape has more bytes than a file can hold.
  case shapeTooLarge(file: URL, tensor: String, got: [Int])

  /// A tensor's bytes `[begin, end]` run backwards or past the data; `expected` is the data's length.
  case offsetsOutsideData(file: URL, tensor: String, got: [Int], expected: Int)

  /// A tensor's byte range does not have the length that its shape and format ask for.
  case wrongByteCount(file: URL, tensor: String, got: Int, expected: Int)

  /// Two tensors claim the same bytes.
  case overlap(file: URL, tensor: String, got: Range<Int>, other: String, expected: Int)

  /// Bytes of the data belong to no tensor.
  case unclaimedBytes(file: URL, got: Range<Int>)

  /// A tensor that was asked for is not there.
  case missingTensor(file: URL, expected: String)

  /// A tensor's numbers are not of a kind that was asked for.
  case unsuitableDataType(
    file: URL, tensor: String, got: TensorDataType, expected: [TensorDataType])

  /// Some weights are NaN or infinite.
  case notFinite(file: URL, tensor: String, got: Int, outOf: Int)

  /// The file cannot be written.
  case unwritable(file: URL, reason: String)
}
