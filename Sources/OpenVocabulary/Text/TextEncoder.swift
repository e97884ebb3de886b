public import Tensors

/// What turns tokens into text features.
public protocol TextEncoder: Sendable {
  /// The most tokens of a text, start and end included.
  var contextLength: Int { get }

  /// The features of some texts, not of unit length.
  ///
  /// - Parameter texts: Token ids with start and end, unpadded.
  /// - Returns: `[texts, D]`.
  /// - Throws: Where a text is none that the tower can read.
  func features(of texts: [[Int]]) throws -> Tensor
}
