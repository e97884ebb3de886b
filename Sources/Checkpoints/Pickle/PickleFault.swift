/// What can be wrong with a pickle, or be asked by it that is never done here.
public enum PickleFault: Equatable, Sendable {
  /// The pickle asks for a name outside the allow-list, such as `posix.system`.
  case refusedGlobal(String)

  /// The pickle asks for an operation that PyTorch's checkpoints do not use; `name` is Python's.
  case refusedOpcode(code: UInt8, name: String?)

  /// The pickle hands one of the allowed names what that name does not take.
  case refusedCall(of: String, got: String, expected: String)

  /// The pickle does not begin with protocol 2; `got` is the protocol that it states, if any.
  case unsupportedProtocol(got: Int?)

  /// The pickle ends in the middle of an operation, or without a stop.
  case endsEarly

  /// Bytes follow the stop.
  case trailingBytes(count: Int)

  /// An operation finds something else on the stack than it needs.
  case wrongOperand(of: String, got: String, expected: String)

  /// A value is asked for that was never remembered.
  case missingMemo(got: UInt32)

  /// A text is not UTF-8.
  case malformedText

  /// A whole number does not fit 64 bits.
  case numberTooLarge(byteCount: Int)

  /// The pickle asks for more than is given to one.
  case exceedsLimit(of: String, expected: Int)
}
