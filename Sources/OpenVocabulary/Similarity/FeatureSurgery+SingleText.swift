public import Tensors

extension FeatureSurgery {
  /// The similarity of image tokens with texts that have no other classes beside them:
  /// `S_i = F_i · (F_t − F_empty)`.
  ///
  /// Where there is no list of classes to tell what all share, the feature of the empty text stands for
  /// it.
  ///
  /// - Parameters:
  ///   - tokens: Image tokens `[M, D]` of unit length.
  ///   - texts: Text features `[Q, D]` of unit length, each taken by itself.
  ///   - redundant: The feature `[1, D]` of the empty text; see ``TextEnsemble/redundantFeature()``.
  ///   - multiplier: What multiplies the matrices.
  /// - Returns: `[M, Q]`.
  /// - Precondition: the widths agree.
  /// - Complexity: O(M·Q·D).
  public static func similarity(
    of tokens: Tensor, toEach texts: Tensor, without redundant: Tensor,
    using multiplier: some MatrixMultiplier
  ) -> Tensor {
    let width = redundant.count
    precondition(
      texts.shape.count == 2 && texts.shape[1] == width,
      "Texts \(texts.shape) and the redundant feature \(redundant.shape) differ in width")
    var difference = texts
    for index in 0..<difference.count {
      difference.elements[index] -= redundant.elements[index % width]
    }
    return multiplier.product(of: tokens, and: difference, transposingRight: true)
  }
}
