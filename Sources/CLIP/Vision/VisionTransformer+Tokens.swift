public import Tensors

extension VisionTransformer {
  /// The image's tokens under each of some attention variants, projected to the shared features.
  ///
  /// The original path, which all variants need, runs once for all of them. Its last block runs for
  /// the class token, and for the patches only if `.original` is asked for; a new path never has a
  /// class token, because nothing reads it. What else is asked for does not change a token's bits.
  ///
  /// - Parameters:
  ///   - image: Normalised pixels `[3, H, W]` of any size that the patches divide.
  ///   - variants: What to compute.
  /// - Returns: For each variant `[1 + rows·columns, E]`: the class token, then the patches from the
  ///   top left, row by row, *not* of unit length.
  /// - Throws: ``CLIPError/sidesNotDivisible(height:width:patchSize:)`` or
  ///   ``CLIPError/firstBlockOutside(got:expected:)``.
  /// - Precondition: `image` has three axes, the first of extent 3.
  /// - Complexity: O(L·(N·D² + N²·D)) on the calling thread for N tokens.
  public func imageTokens(
    for image: Tensor, under variants: [AttentionVariant]
  ) throws(CLIPError) -> [Tensor] {
    precondition(
      image.shape.count == 3 && image.shape[0] == 3, "An image is [3, H, W], not \(image.shape)")
    _ = try grid(forHeight: image.shape[1], width: image.shape[2])
    let firstBlocks = try variants.map { variant throws(CLIPError) in
      try variant.firstSurgicalBlock(ofBlocks: blocks.count)
    }
    guard !variants.isEmpty else { return [] }
    var paths = TokenPaths(
      from: inputNormalisation(embedding(image, using: multiplier)), branchingAt: firstBlocks)
    for (number, block) in zip(1..., blocks) {
      paths.advance(
        through: block, number: number, isLast: number == blocks.count, using: multiplier)
    }
    return paths.ends.map { tokens in
      multiplier.product(of: outputNormalisation(tokens), and: projection)
    }
  }
}
