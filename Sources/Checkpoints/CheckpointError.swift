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

  /// The file uses one name twice.
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

  /// Some variances of a batch normalisation are negative.
  case negativeVariance(file: URL, tensor: String, got: Int, outOf: Int)

  /// A zip archive breaks the format, in one entry or as a whole.
  case malformedArchive(file: URL, entry: String?, fault: ZipFault)

  /// A pickle asks for what is never done here, or breaks the format, at byte `position`.
  case refusedPickle(file: URL, entry: String, position: Int, fault: PickleFault)

  /// A PyTorch file's pickle holds something other than tensors by name.
  case noTensors(file: URL, got: String)

  /// A PyTorch file's numbers are not stored least significant byte first.
  case foreignByteOrder(file: URL, got: String)

  /// A tensor's elements do not lie apart from each other in its storage of `expected` values.
  case unsuitableLayout(
    file: URL, tensor: String, shape: [Int], strides: [Int], expected: Int)

  /// The file is of a format that is known and not read.
  case foreignFormat(file: URL, got: ForeignFormat)

  /// The file is of no format that is known; `got` is how it begins.
  case unknownFormat(file: URL, got: String)

  /// A folder holds none of the files that a checkpoint's folder has.
  case noCheckpoint(folder: URL, expected: [String])

  /// The list of a sharded checkpoint's files is not what it should be.
  case malformedIndex(file: URL, reason: String)

  /// The tensors' names follow no known scheme; `got` gives the first few.
  case unknownNaming(file: URL, got: [String])

  /// Tensors that are to become one tensor do not fit together.
  case partsDisagree(file: URL, tensor: String, got: [TensorDescription])

  /// The file cannot be written.
  case unwritable(file: URL, reason: String)
}
