/// Everything that a pickle built, in flat tables.
///
/// Containers refer to their contents by index. So a pickle may nest, share or even contain itself as
/// it likes: nothing here is followed on its own, and letting go of it needs no recursion.
package struct PickleDocument: Equatable, Sendable {
  /// The value that the pickle stands for.
  package internal(set) var root = PickleValue.none

  /// The containers in the order of their making.
  package internal(set) var nodes: [PickleNode] = []

  /// The storages that tensors refer to.
  package internal(set) var storages: [StorageReference] = []

  /// The tensors.
  package internal(set) var tensors: [TensorReference] = []

  /// The container that a value stands for, if it stands for one.
  package func node(_ value: PickleValue) -> PickleNode? {
    guard case .node(let index) = value else { return nil }
    return nodes[index]
  }

  /// The children of a tuple or of a list, if the value is one.
  package func children(_ value: PickleValue, of kind: PickleNode.Kind) -> [PickleValue]? {
    guard let node = node(value), node.kind == kind else { return nil }
    return node.children
  }

  /// The keys and values of a dictionary in their order, if the value is one.
  package func entries(of value: PickleValue) -> [(key: PickleValue, value: PickleValue)]? {
    guard let children = children(value, of: .dictionary) else { return nil }
    return stride(from: 0, to: children.count, by: 2).map { (children[$0], children[$0 + 1]) }
  }

  /// The kind of a value, for messages.
  package func kind(of value: PickleValue) -> String {
    switch value {
    case .none: "None"
    case .boolean: "a truth value"
    case .integer, .float: "a number"
    case .string: "a string"
    case .storage: "a storage"
    case .tensor: "a tensor"
    case .global(let global): "'\(global.name)'"
    case .node(let index):
      switch nodes[index].kind {
      case .tuple: "a tuple"
      case .list: "a list"
      case .dictionary: "a dictionary"
      case .module: "a module"
      }
    }
  }
}
