/// A value on the stack of the pickle machine; containers, storages and tensors are places in a
/// ``PickleDocument``.
package enum PickleValue: Equatable, Sendable {
  case none
  case boolean(Bool)
  case integer(Int)
  case float(Double)
  case string(String)

  /// A tuple, list, dictionary or module: an index into the document's nodes.
  case node(Int)

  /// The values behind tensors: an index into the document's storages.
  case storage(Int)

  /// An index into the document's tensors.
  case tensor(Int)

  /// A name of the allow-list.
  case global(PickleGlobal)
}
