public import Tensors

extension VisionTransformer {
  /// The image's tokens under each of some attention variants, projected to the shared features.
  ///
  /// The original path, which all variants need, runs once for all of them. In the last block it runs
  /// for the class token alone unless `.original` is asked for; the new path never has a class token,
  /// because nothing reads it.
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
    let paths = pathEnds(
      from: inputNormalisation(embedding(image, using: multiplier)),
      firstSurgicalBlocks: Set(firstBlocks.compactMap { $0 }),
      keepsPatches: firstBlocks.contains(nil))
    return firstBlocks.map { firstBlock in
      guard let path = paths.new.first(where: { $0.firstBlock == firstBlock }) else {
        return projected(paths.original)
      }
      return projected(.stacked([paths.original.rows(0..<1), path.patches]))
    }
  }

  /// A path of v·v attention beside the original one.
  private struct NewPath {
    /// The block at which it branches off, counted from 1.
    let firstBlock: Int

    /// x̂, the patch tokens `[N − 1, D]`.
    var patches: Tensor
  }

  /// Runs the blocks.
  ///
  /// - Parameters:
  ///   - tokens: What enters the first block, `[N, D]`.
  ///   - firstSurgicalBlocks: Where new paths branch off, counted from 1.
  ///   - keepsPatches: Whether the original path's patch tokens are wanted at the end.
  /// - Returns: The original path's tokens, `[N, D]` or the class token alone, and each new path.
  private func pathEnds(
    from tokens: Tensor, firstSurgicalBlocks: Set<Int>, keepsPatches: Bool
  ) -> (original: Tensor, new: [NewPath]) {
    let all = 0..<tokens.shape[0]
    let patches = all.dropFirst()
    var original = tokens
    var newPaths: [NewPath] = []
    for (number, block) in zip(1..., blocks) {
      if firstSurgicalBlocks.contains(number) {
        newPaths.append(NewPath(firstBlock: number, patches: original.rows(patches)))
      }
      let qkv = block.queryKeyValue(of: original, using: multiplier)
      if !newPaths.isEmpty {
        let attended = block.attention.attended(
          .valueValue, in: qkv, over: [AttentionSpan(queries: patches, keys: all)],
          using: multiplier)
        for path in newPaths.indices {
          block.attention.output.apply(
            to: attended, into: &newPaths[path].patches, using: multiplier, accumulating: true)
        }
      }
      let kept = number == blocks.count && !keepsPatches ? 0..<1 : all
      let attended = block.attention.attended(
        .queryKey, in: qkv, over: [AttentionSpan(queries: kept, keys: all)], using: multiplier)
      original = original.rows(kept)
      block.advance(&original, by: attended, using: multiplier)
    }
    return (original, newPaths)
  }

  /// Takes tokens from the blocks' width to the shared features.
  private func projected(_ tokens: Tensor) -> Tensor {
    multiplier.product(of: outputNormalisation(tokens), and: projection)
  }
}
