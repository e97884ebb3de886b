/// Which attention a vision tower uses.
public enum AttentionVariant: Sendable, Hashable {
  /// The network as it was trained.
  case original

  /// Architecture surgery (Li et al., "CLIP Surgery for Better Explainability with Enhancement in
  /// Open-Vocabulary Tasks", arXiv 2304.05653).
  ///
  /// In a vision transformer, from block d on a new path runs beside the original one, with v·v
  /// attention and without MLPs:
  /// `x̂ ← x̂ + proj(softmax(s·V Vᵀ) V)`, V from the original path's `LN₁(x)`; at block d x̂ starts as
  /// that block's input. Patch tokens come out of the new path, the class token out of the original.
  /// `firstBlock` is d, counted from 1; `nil` stands for the last six blocks, as in the released code
  /// (d = 7 of 12), or for all of a tower that has fewer.
  ///
  /// In a ModifiedResNet the attention pool is changed, as `resNet` says; `nil` stands for
  /// ``ResNetSurgery/released``. To state what the network does not have is an error.
  case surgery(firstBlock: Int? = nil, resNet: ResNetSurgery? = nil)

  /// The first surgical block of a transformer, counted from 1, or `nil` where there is none.
  ///
  /// - Throws: ``CLIPError/firstBlockOutside(got:expected:)`` or ``CLIPError/noAttentionPool(got:)``.
  public func firstSurgicalBlock(ofBlocks blockCount: Int) throws(CLIPError) -> Int? {
    switch self {
    case .original: return nil
    case .surgery(_, .some(let surgery)): throw .noAttentionPool(got: surgery)
    case .surgery(nil, nil): return max(1, blockCount - 5)
    case .surgery(.some(let block), nil):
      guard (1...blockCount).contains(block) else {
        throw .firstBlockOutside(got: block, expected: 1...blockCount)
      }
      return block
    }
  }

  /// The surgery of a ModifiedResNet's attention pool, or `nil` where there is none.
  ///
  /// - Throws: ``CLIPError/noBlocks(got:)``.
  public func poolSurgery() throws(CLIPError) -> ResNetSurgery? {
    switch self {
    case .original: return nil
    case .surgery(.some(let block), _): throw .noBlocks(got: block)
    case .surgery(nil, let surgery): return surgery ?? .released
    }
  }
}
