public import Tensors

extension VisionTransformer {
  /// The image's tokens under each of some attention variants; see ``VisionTower``.
  ///
  /// The original path, which all variants need, runs once for all of them. Its last block runs for
  /// the class token, and for the patches only if `.original` is asked for; a new path never has a
  /// class token, because nothing reads it.
  ///
  /// - Throws: ``CLIPError/sidesNotDivisible(height:width:patchSize:)``,
  ///   ``CLIPError/firstBlockOutside(got:expected:)`` or ``CLIPError/noAttentionPool(got:)``.
  /// - Precondition: `image` has three axes, the first of extent 3.
  /// - Complexity: O(L·(N·D² + N²·D)) on the calling thread for N tokens.
  public func imageTokens(
    for image: Tensor, under variants: [AttentionVariant]
  ) throws(CLIPError) -> [Tensor] {
    _ = try grid(of: image)
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
