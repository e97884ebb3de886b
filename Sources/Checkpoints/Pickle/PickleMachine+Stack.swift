/// The stack, and the containers that are made from it.
extension PickleMachine {
  /// The lowest place that an operation may take from: a mark fences off what lies below.
  private var floor: Int { marks.last ?? 0 }

  func top() throws(CheckpointError) -> PickleValue {
    guard stack.count > floor, let value = stack.last else {
      throw wrongOperand("an empty stack", expected: "a value")
    }
    return value
  }

  mutating func pop() throws(CheckpointError) -> PickleValue {
    let value = try top()
    stack.removeLast()
    return value
  }

  mutating func pop(count: Int) throws(CheckpointError) -> [PickleValue] {
    guard stack.count - floor >= count else {
      throw wrongOperand("\(stack.count - floor) values", expected: "\(count)")
    }
    defer { stack.removeLast(count) }
    return Array(stack.suffix(count))
  }

  mutating func popMarked() throws(CheckpointError) -> [PickleValue] {
    guard let mark = marks.popLast() else {
      throw wrongOperand("no mark on the stack", expected: "one")
    }
    defer { stack.removeSubrange(mark...) }
    return Array(stack[mark...])
  }

  /// Makes a container and pushes it.
  mutating func push(_ kind: PickleNode.Kind, _ children: [PickleValue]) throws(CheckpointError) {
    let depth = try depth(around: children)
    stack.append(.node(document.nodes.count))
    document.nodes.append(PickleNode(kind: kind, children: children, depth: depth))
  }

  /// Adds to the list or dictionary on top of the stack.
  mutating func extend(
    _ kind: PickleNode.Kind, by children: [PickleValue]
  ) throws(CheckpointError) {
    let container = try top()
    guard case .node(let index) = container, document.nodes[index].kind == kind else {
      throw wrongOperand(
        document.kind(of: container), expected: kind == .list ? "a list" : "a dictionary")
    }
    guard kind == .list || children.count.isMultiple(of: 2) else {
      throw wrongOperand("a key without a value", expected: "pairs")
    }
    try setChildren(of: index, adding: children)
  }

  /// Puts values into a container that exists already.
  mutating func setChildren(
    of index: Int, adding children: [PickleValue]
  ) throws(CheckpointError) {
    let depth = try depth(around: children)
    document.nodes[index].children += children
    document.nodes[index].depth = max(document.nodes[index].depth, depth)
  }

  private func depth(around children: [PickleValue]) throws(CheckpointError) -> Int {
    let depth = 1 + children.reduce(0) { max($0, document.node($1)?.depth ?? 0) }
    guard depth <= limits.nesting else {
      throw refusal(.exceedsLimit(of: "containers inside each other", expected: limits.nesting))
    }
    return depth
  }
}
