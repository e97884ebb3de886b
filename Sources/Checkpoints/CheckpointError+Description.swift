import Foundation

extension CheckpointError: CustomStringConvertible {
  /// What is wrong, in which file, and what was expected.
  public var description: String {
    switch self {
    case .unreadable(let file, let reason):
      "\(file.shown): cannot be read: \(reason)"
    case .tooShort(let file, let got, let expected):
      """
      \(file.shown): holds \(got) bytes, expected at least \(expected): \
      not a safetensors file, or a truncated one
      """
    case .headerTooLong(let file, let got, let expected):
      """
      \(file.shown): the header claims \(got) bytes, expected at most \(expected): \
      a damaged file, a truncated one, or one of another format
      """
    case .malformedHeader(let file, let offset, let got, let expected):
      "\(file.shown): header byte \(offset): got \(got), expected \(expected)"
    case .duplicateName(let file, let got):
      "\(file.shown): it names '\(got.printable)' twice, expected each name once"
    case .unknownDataType(let file, let tensor, let got):
      """
      \(file.shown): tensor '\(tensor.printable)' has data type '\(got.printable)', expected one of \
      \(Self.list(TensorDataType.allCases))
      """
    case .shapeTooLarge(let file, let tensor, let got):
      "\(file.shown): tensor '\(tensor)' has shape \(got), expected one that memory can hold"
    case .offsetsOutsideData(let file, let tensor, let got, let expected):
      """
      \(file.shown): tensor '\(tensor)' claims the bytes \(got) of the data, \
      expected a range within [0, \(expected)]: the file may be truncated
      """
    case .wrongByteCount(let file, let tensor, let got, let expected):
      "\(file.shown): tensor '\(tensor)' has \(got) bytes, its shape and data type ask for \(expected)"
    case .overlap(let file, let tensor, let got, let other, let expected):
      """
      \(file.shown): tensor '\(tensor)' claims the bytes \(got) of the data, \
      expected it to begin at \(expected), where '\(other)' ends
      """
    case .unclaimedBytes(let file, let got):
      "\(file.shown): the bytes \(got) of the data belong to no tensor, expected every byte to"
    case .missingTensor(let file, let expected):
      "\(file.shown): there is no tensor '\(expected)'"
    case .unsuitableDataType(let file, let tensor, let got, let expected):
      "\(file.shown): tensor '\(tensor)' holds \(got.rawValue), expected \(Self.list(expected))"
    case .notFinite(let file, let tensor, let got, let count):
      """
      \(file.shown): tensor '\(tensor)' has \(got) values of \(count) that are NaN or infinite, \
      expected none: the checkpoint is damaged
      """
    case .negativeVariance(let file, let tensor, let got, let count):
      """
      \(file.shown): tensor '\(tensor)' has \(got) values of \(count) that are negative, \
      expected none, as variances are not: the checkpoint is damaged
      """
    case .malformedArchive(let file, let entry, let fault):
      "\(file.shown): \(entry.map { "entry '\($0.printable)': " } ?? "")\(fault)"
    case .refusedPickle(let file, let entry, let position, let fault):
      "\(file.shown): '\(entry.printable)', byte \(position): \(fault)"
    case .noTensors(let file, let got):
      "\(file.shown): holds \(got), expected tensors by name, as in a model's state_dict()"
    case .foreignByteOrder(let file, let got):
      "\(file.shown): numbers are in '\(got.printable)' byte order, expected 'little'"
    case .unsuitableLayout(let file, let tensor, let shape, let strides, let expected):
      """
      \(file.shown): tensor '\(tensor.printable)' of shape \(shape) and strides \(strides) reuses \
      values of its storage of \(expected), expected each value once: save a contiguous() copy
      """
    case .foreignFormat(let file, let got):
      "\(file.shown): is \(got)"
    case .unknownFormat(let file, let got):
      """
      \(file.shown): begins with \(got), expected a safetensors file, a zip archive of PyTorch, \
      or a folder that holds one
      """
    case .noCheckpoint(let folder, let expected):
      "\(folder.shown): holds no checkpoint, expected one of \(expected.joined(separator: ", "))"
    case .malformedIndex(let file, let reason):
      "\(file.shown): \(reason)"
    case .unknownNaming(let file, let got):
      """
      \(file.shown): tensors are named as \(got.map { "'\($0.printable)'" }.joined(separator: ", ")), \
      expected a CLIP model by OpenAI's, open_clip's or Hugging Face's names
      """
    case .partsDisagree(let file, let tensor, let got):
      """
      \(file.shown): the parts of '\(tensor.printable)' are \
      \(got.map { "\($0.dataType.rawValue) \($0.shape)" }.joined(separator: ", ")), \
      expected them to have the same format and shape
      """
    case .unwritable(let file, let reason):
      "\(file.shown): cannot be written: \(reason)"
    }
  }

  private static func list(_ types: [TensorDataType]) -> String {
    types.map(\.rawValue).joined(separator: ", ")
  }
}

extension URL {
  /// The path as a person would type it.
  fileprivate var shown: String { path(percentEncoded: false) }
}
