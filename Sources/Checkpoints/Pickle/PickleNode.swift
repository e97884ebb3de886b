/// A value that holds others.
package struct PickleNode: Equatable, Sendable {
  /// What kind of container a node is.
  package enum Kind: Equatable, Sendable {
    case tuple
    case list

    /// Keys and values alternate.
    case dictionary

    /// A module of a TorchScript archive; its one child is the dictionary of its attributes.
    case module(className: String)
  }

  /// What kind of container it is.
  package let kind: Kind

  /// What it holds, in order.
  package internal(set) var children: [PickleValue]

  /// One more than the depth of the deepest child at the time it was put in.
  var depth: Int
}
