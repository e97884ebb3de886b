public import Tensors

extension VisionTransformer {
  /// The image's tokens under each of some attention variants; see ``VisionTower``.
  ///
  /// The original path runs once for all variants that read it. Its last block runs for the class token,
  /// and for the patches only if `.original` is asked for; a new path never has a class token, because
  /// nothing reads it. Variants that are equal are computed once.
  ///
  /// - Throws: ``CLIPError/sidesNotDivisible(height:width:patchSize:)``,
  ///   ``CLIPError/firstBlockOutside(got:expected:)`` or ``CLIPError/noAttentionPool(got:)``.
  /// - Precondition: `image` has three axes, the first of extent 3.
  /// - Complexity: O(L·(N·D² + N²·D)) on the calling thread for N tokens, and as much again for each
  ///   surgery on a single path.
  public func imageTokens(
    for image: Tensor, under variants: [AttentionVariant]
  ) throws(CLIPError) -> [Tensor] {
    _ = try grid(of: image)
    let surgeries = try variants.map { variant throws(CLIPError) -> TokenPaths.Surgery? in
      guard let surgery = try variant.blockSurgery() else { return nil }
      return try TokenPaths.Surgery(surgery, inBlocks: blocks.count)
    }
    guard !variants.isEmpty else { return [] }
    let different = Array(Set(surgeries))
    var paths = TokenPaths(
      from: inputNormalisation(embedding(image, using: multiplier)), under: different,
      blockCount: blocks.count)
    for (number, block) in zip(1..., blocks) {
      paths.advance(through: block, number: number, using: multiplier)
    }
    let tokens = Dictionary(
      uniqueKeysWithValues: zip(different, paths.ends.map { features(of: $0) }))
    return surgeries.compactMap { tokens[$0] }
  }

  /// Tokens behind the last block `[M, D]` as features `[M, E]`, not of unit length:
  /// `ln_post`, then the projection.
  func features(of tokens: Tensor) -> Tensor {
    multiplier.product(of: outputNormalisation(tokens), and: projection)
  }
}
