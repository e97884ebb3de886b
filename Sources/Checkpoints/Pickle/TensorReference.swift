/// What a pickle says of a tensor, not yet compared with its storage.
package struct TensorReference: Equatable, Sendable {
  /// The index of the storage in the document.
  package let storage: Int

  /// Where in the storage the first element lies, in elements.
  package let offset: Int

  /// The extent of each axis, slowest first.
  package let shape: [Int]

  /// How far neighbours along each axis lie apart in the storage, in elements.
  package let strides: [Int]
}
