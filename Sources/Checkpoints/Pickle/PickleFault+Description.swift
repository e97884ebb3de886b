extension PickleFault: CustomStringConvertible {
  /// What is wrong and what was expected.
  public var description: String {
    switch self {
    case .refusedGlobal(let name):
      """
      asks for '\(name.printable)', expected nothing but tensors and containers. \
      Nothing was executed; if you trust its origin, save the model's state_dict() alone
      """
    case .refusedOpcode(let code, let name):
      """
      asks for the operation \(name ?? "of code \(code)"), \
      which no checkpoint of PyTorch contains. Nothing was executed
      """
    case .refusedCall(let name, let got, let expected):
      "hands '\(name.printable)' \(got), expected \(expected)"
    case .unsupportedProtocol(let got):
      """
      is \(got.map { "of protocol \($0)" } ?? "without a protocol"), expected protocol 2, \
      torch.save's default: save the checkpoint again
      """
    case .endsEarly:
      "ends in the middle: the file is damaged"
    case .trailingBytes(let count):
      "\(count) bytes follow the end, expected none"
    case .wrongOperand(let operation, let got, let expected):
      "\(operation) finds \(got), expected \(expected)"
    case .missingMemo(let got):
      "asks for remembered value \(got), which was never put away"
    case .malformedText:
      "a text is not UTF-8"
    case .numberTooLarge(let byteCount):
      "a whole number has \(byteCount) bytes, expected at most 8"
    case .exceedsLimit(let quantity, let expected):
      "has more \(quantity) than any checkpoint needs, expected at most \(expected)"
    }
  }
}
