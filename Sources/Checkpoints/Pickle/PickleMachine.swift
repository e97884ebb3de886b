package import Foundation

/// Reads a pickle as what it is, a program for a small stack machine, and performs only the part of
/// that program that builds data.
///
/// Python's unpickler imports and calls whatever the file names. This machine knows the operations in
/// ``PickleOpcode`` and the names in ``PickleGlobal``, stops at any other, and never runs anything:
/// a name is a mark on a value, and what Python would call is built here. Its results are dictionaries,
/// lists, tuples, strings, numbers, truth values, None and references to tensors. It uses no recursion,
/// and ``PickleLimits`` bounds what it may be asked for.
package struct PickleMachine {
  let bytes: [UInt8]
  let limits: PickleLimits
  var offset = 0
  var stack: [PickleValue] = []
  var marks: [Int] = []
  var memo: [UInt32: PickleValue] = [:]
  var document = PickleDocument()

  private let entry: String
  private let file: URL
  private var operationOffset = 0
  private var operationName = ""

  /// Builds what a pickle describes.
  ///
  /// - Parameters:
  ///   - bytes: The pickle, in protocol 2.
  ///   - entry: Where in the file it lies, as errors name it.
  ///   - file: The file, as errors name it.
  ///   - limits: How much it may ask for.
  /// - Returns: The values, in flat tables.
  /// - Throws: ``CheckpointError/refusedPickle(file:entry:position:fault:)``.
  /// - Complexity: O(n) in time and memory, bounded by the limits.
  package static func document(
    from bytes: Data, of entry: String, in file: URL, limits: PickleLimits = PickleLimits()
  ) throws(CheckpointError) -> PickleDocument {
    guard bytes.count <= limits.byteCount else {
      throw .refusedPickle(
        file: file, entry: entry, position: limits.byteCount,
        fault: .exceedsLimit(of: "bytes", expected: limits.byteCount))
    }
    var machine = PickleMachine(bytes, of: entry, in: file, limits)
    try machine.run()
    return machine.document
  }

  private init(_ bytes: Data, of entry: String, in file: URL, _ limits: PickleLimits) {
    self.bytes = Array(bytes)
    self.entry = entry
    self.file = file
    self.limits = limits
  }

  /// An error about the current operation.
  func refusal(_ fault: PickleFault) -> CheckpointError {
    .refusedPickle(file: file, entry: entry, position: operationOffset, fault: fault)
  }

  /// An error about what the current operation found on the stack.
  func wrongOperand(_ got: String, expected: String) -> CheckpointError {
    refusal(.wrongOperand(of: operationName, got: got, expected: expected))
  }

  private mutating func run() throws(CheckpointError) {
    try checkProtocol()
    var steps = 0
    while true {
      operationOffset = offset
      steps += 1
      guard steps <= limits.steps else {
        throw refusal(.exceedsLimit(of: "operations", expected: limits.steps))
      }
      let code = try readByte()
      let name = PickleOpcode.name(of: code)
      guard let operation = PickleOpcode(rawValue: code), operation != .protocolVersion else {
        throw refusal(.refusedOpcode(code: code, name: name))
      }
      operationName = name ?? ""
      if operation == .stop { return try finish() }
      try perform(operation)
    }
  }

  private mutating func checkProtocol() throws(CheckpointError) {
    guard bytes.first == PickleOpcode.protocolVersion.rawValue, bytes.count >= 2 else {
      throw refusal(.unsupportedProtocol(got: nil))
    }
    guard bytes[1] == 2 else { throw refusal(.unsupportedProtocol(got: Int(bytes[1]))) }
    offset = 2
  }

  private mutating func finish() throws(CheckpointError) {
    document.root = try pop()
    guard stack.isEmpty, marks.isEmpty else {
      throw wrongOperand("\(stack.count + 1) values", expected: "one")
    }
    guard offset == bytes.count else {
      throw refusal(.trailingBytes(count: bytes.count - offset))
    }
  }

  private mutating func perform(_ operation: PickleOpcode) throws(CheckpointError) {
    switch operation {
    case .none: stack.append(.none)
    case .newTrue: stack.append(.boolean(true))
    case .newFalse: stack.append(.boolean(false))
    case .binaryInteger1: stack.append(.integer(Int(try readByte())))
    case .binaryInteger2: stack.append(.integer(Int(try readNumber() as UInt16)))
    case .binaryInteger:
      stack.append(.integer(Int(Int32(bitPattern: try readNumber() as UInt32))))
    case .long1: stack.append(.integer(try readLong()))
    case .binaryFloat: stack.append(.float(try readFloat()))
    case .binaryText: stack.append(.string(try readText()))
    case .global: stack.append(.global(try readGlobal()))

    case .mark: marks.append(stack.count)
    case .emptyTuple: try push(.tuple, [])
    case .tuple: try push(.tuple, try popMarked())
    case .tuple1: try push(.tuple, try pop(count: 1))
    case .tuple2: try push(.tuple, try pop(count: 2))
    case .tuple3: try push(.tuple, try pop(count: 3))
    case .emptyList: try push(.list, [])
    case .append: try extend(.list, by: try pop(count: 1))
    case .appends: try extend(.list, by: try popMarked())
    case .emptyDictionary: try push(.dictionary, [])
    case .setItem: try extend(.dictionary, by: try pop(count: 2))
    case .setItems: try extend(.dictionary, by: try popMarked())

    case .binaryPut: memo[UInt32(try readByte())] = try top()
    case .longBinaryPut: memo[try readNumber()] = try top()
    case .binaryGet: stack.append(try recall(UInt32(try readByte())))
    case .longBinaryGet: stack.append(try recall(try readNumber()))

    case .persistentIdentifier: try makeStorage()
    case .reduce: try reduce()
    case .newObject: try makeModule()
    case .build: try build()
    case .protocolVersion, .stop: break
    }
  }

  private func recall(_ index: UInt32) throws(CheckpointError) -> PickleValue {
    guard let value = memo[index] else { throw refusal(.missingMemo(got: index)) }
    return value
  }
}
