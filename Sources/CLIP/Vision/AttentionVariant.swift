/// Which attention a vision tower's blocks use.
public enum AttentionVariant: Sendable, Hashable {
  /// The network as it was trained.
  case original

  /// Architecture surgery (Li et al., "CLIP Surgery for Better Explainability with Enhancement in
  /// Open-Vocabulary Tasks", arXiv 2304.05653).
  ///
  /// From block d on a new path runs beside the original one, with v·v attention and without MLPs:
  /// `x̂ ← x̂ + proj(softmax(s·V Vᵀ) V)`, V from the original path's `LN₁(x)`; at block d x̂ starts as
  /// that block's input. Patch tokens come out of the new path, the class token out of the original.
  ///
  /// `firstBlock` is d, counted from 1; `nil` stands for the last six blocks, as in the released code
  /// (d = 7 of 12), or for all of a tower that has fewer.
  case surgery(firstBlock: Int? = nil)

  /// The first surgical block of a tower, counted from 1, or `nil` where there is none.
  ///
  /// - Throws: ``CLIPError/firstBlockOutside(got:expected:)``.
  public func firstSurgicalBlock(ofBlocks blockCount: Int) throws(CLIPError) -> Int? {
    switch self {
    case .original: return nil
    case .surgery(nil): return max(1, blockCount - 5)
    case .surgery(.some(let block)):
      guard (1...blockCount).contains(block) else {
        throw .firstBlockOutside(got: block, expected: 1...blockCount)
      }
      return block
    }
  }
}
