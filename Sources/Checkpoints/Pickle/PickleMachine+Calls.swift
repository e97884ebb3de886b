/// The operations with which Python would call something.
extension PickleMachine {
  /// Turns `("storage", TYPE, KEY, LOCATION, COUNT)` into a storage; the location, such as "cuda:0",
  /// says where the numbers were and not what they are.
  mutating func makeStorage() throws(CheckpointError) {
    let identifier = try pop()
    let parts = document.children(identifier, of: .tuple) ?? []
    guard parts.count == 5, parts[0] == .string("storage"),
      case .global(.storage(let dataType)) = parts[1], case .string(let key) = parts[2],
      case .string = parts[3], case .integer(let count) = parts[4], count >= 0
    else {
      throw wrongOperand(
        describe(parts, or: identifier), expected: "('storage', type, key, location, count)")
    }
    stack.append(.storage(document.storages.count))
    document.storages.append(
      StorageReference(dataType: dataType, key: key, elementCount: count))
  }

  /// Puts in place of a name and a tuple of arguments what Python's call would return.
  mutating func reduce() throws(CheckpointError) {
    let tuple = try pop()
    let callable = try pop()
    guard case .global(let global) = callable, let arguments = document.children(tuple, of: .tuple)
    else {
      throw wrongOperand(
        "\(document.kind(of: callable)) and \(document.kind(of: tuple))",
        expected: "a name and a tuple")
    }
    switch global {
    case .orderedDictionary:
      guard arguments.isEmpty else { throw refusedCall(global, arguments, expected: "nothing") }
      try push(.dictionary, [])
    case .rebuildTensor:
      try makeTensor(from: arguments)
    case .rebuildParameter:
      guard arguments.count == 3, case .tensor = arguments[0] else {
        throw refusedCall(global, arguments, expected: "a tensor, a truth value, a dictionary")
      }
      stack.append(arguments[0])
    case .buildList:
      guard arguments.count == 1, document.children(arguments[0], of: .list) != nil else {
        throw refusedCall(global, arguments, expected: "a list")
      }
      stack.append(arguments[0])
    case .restoreTypeTag:
      guard arguments.count == 2, case .string = arguments[1] else {
        throw refusedCall(global, arguments, expected: "a value and a string")
      }
      stack.append(arguments[0])
    case .storage, .moduleClass:
      throw refusedCall(global, arguments, expected: "that it is not called")
    }
  }

  /// Makes the module of a class and an empty tuple.
  mutating func makeModule() throws(CheckpointError) {
    let arguments = try pop()
    let type = try pop()
    guard case .global(.moduleClass(let name)) = type,
      document.children(arguments, of: .tuple) == []
    else {
      throw wrongOperand(
        "\(document.kind(of: type)) and \(document.kind(of: arguments))",
        expected: "a TorchScript class and ()")
    }
    try push(.module(className: name), [])
  }

  /// Gives a module its attributes.
  ///
  /// The attributes of a dictionary, such as the `_metadata` of a state_dict, are layer versions; they
  /// hold no weights and are passed over.
  mutating func build() throws(CheckpointError) {
    let state = try pop()
    let object = try top()
    guard case .node(let index) = object, document.children(state, of: .dictionary) != nil else {
      throw wrongOperand(
        "\(document.kind(of: object)) and \(document.kind(of: state))",
        expected: "a module and a dictionary")
    }
    switch document.nodes[index].kind {
    case .module where document.nodes[index].children.isEmpty:
      try setChildren(of: index, adding: [state])
    case .dictionary: break
    default:
      throw wrongOperand(document.kind(of: object), expected: "a module without attributes")
    }
  }

  /// Makes a tensor from storage, offset, shape, strides, whether a gradient is wanted, hooks, and in
  /// newer files metadata, which says how values differ from those stored and so has to be empty.
  private mutating func makeTensor(from arguments: [PickleValue]) throws(CheckpointError) {
    let expected = "a storage, an offset, a shape, strides, a truth value, a dictionary"
    guard arguments.count == 6 || arguments.count == 7, case .storage(let storage) = arguments[0],
      case .integer(let offset) = arguments[1], case .boolean = arguments[4],
      let shape = try integers(arguments[2]), let strides = try integers(arguments[3]),
      document.children(arguments[5], of: .dictionary) != nil
    else { throw refusedCall(.rebuildTensor, arguments, expected: expected) }
    if arguments.count == 7, arguments[6] != .none,
      document.children(arguments[6], of: .dictionary) != []
    {
      throw refusedCall(.rebuildTensor, arguments, expected: "\(expected), no metadata")
    }
    stack.append(.tensor(document.tensors.count))
    document.tensors.append(
      TensorReference(storage: storage, offset: offset, shape: shape, strides: strides))
  }

  /// The numbers of a tuple, if it holds nothing else.
  private func integers(_ value: PickleValue) throws(CheckpointError) -> [Int]? {
    guard let children = document.children(value, of: .tuple) else { return nil }
    guard children.count <= limits.axes else {
      throw refusal(.exceedsLimit(of: "axes in a tensor", expected: limits.axes))
    }
    var numbers: [Int] = []
    for child in children {
      guard case .integer(let number) = child else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  private func refusedCall(
    _ global: PickleGlobal, _ arguments: [PickleValue], expected: String
  ) -> CheckpointError {
    let got = arguments.isEmpty ? "nothing" : describe(arguments, or: .none)
    return refusal(.refusedCall(of: global.name, got: got, expected: expected))
  }

  /// The kinds of a tuple's parts, or of the value that is no tuple.
  private func describe(_ parts: [PickleValue], or value: PickleValue) -> String {
    guard !parts.isEmpty else { return document.kind(of: value) }
    let shown = parts.prefix(8).map { document.kind(of: $0) }.joined(separator: ", ")
    return parts.count > 8 ? "\(shown), …" : shown
  }
}
