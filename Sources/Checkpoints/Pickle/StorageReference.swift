/// A run of numbers that tensors are made from: one file `data/KEY` of a PyTorch archive.
package struct StorageReference: Equatable, Sendable {
  /// The stored number format.
  package let dataType: TensorDataType

  /// The last part of the entry's name, usually a number.
  package let key: String

  /// How many numbers it holds.
  package let elementCount: Int
}
