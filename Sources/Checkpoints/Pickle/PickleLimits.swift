/// How much a pickle may ask for.
///
/// The largest checkpoints, with optimiser state, need less than half of each. A step costs at most
/// some hundred bytes, so the whole stays within the size of the file and some ten megabytes.
package struct PickleLimits: Sendable {
  /// The most bytes of pickle that are read.
  package var byteCount = 16 << 20

  /// The most operations that are performed.
  package var steps = 300_000

  /// The most containers inside each other.
  package var nesting = 100

  /// The most axes of a tensor.
  package var axes = 8

  /// The limits of the reader.
  package init() {}
}
