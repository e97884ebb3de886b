/// Which attention a vision tower uses.
public enum AttentionVariant: Sendable, Hashable {
  /// The network as it was trained.
  case original

  /// Architecture surgery (Li et al., "CLIP Surgery for Better Explainability with Enhancement in
  /// Open-Vocabulary Tasks", arXiv 2304.05653).
  ///
  /// In a vision transformer the attention of blocks is changed, as `blocks` says; `nil` stands for
  /// ``BlockSurgery/standard``, the paper's.
  ///
  /// In a ModifiedResNet the attention pool is changed, as `resNet` says; `nil` stands for
  /// ``ResNetSurgery/released``. To state what the network does not have is an error.
  case surgery(blocks: BlockSurgery? = nil, resNet: ResNetSurgery? = nil)

  /// Whether a vision transformer's class token is the original network's.
  public var keepsClassToken: Bool {
    switch self {
    case .original: true
    case .surgery(let blocks, _): (blocks ?? .standard).paths == .dual
    }
  }

  /// The surgery of a transformer's blocks, or `nil` where there is none.
  ///
  /// - Throws: ``CLIPError/noAttentionPool(got:)``.
  public func blockSurgery() throws(CLIPError) -> BlockSurgery? {
    switch self {
    case .original: return nil
    case .surgery(_, .some(let surgery)): throw .noAttentionPool(got: surgery)
    case .surgery(let blocks, nil): return blocks ?? .standard
    }
  }

  /// The surgery of a ModifiedResNet's attention pool, or `nil` where there is none.
  ///
  /// - Throws: ``CLIPError/noBlocks(got:)``.
  public func poolSurgery() throws(CLIPError) -> ResNetSurgery? {
    switch self {
    case .original: return nil
    case .surgery(.some(let blocks), _): throw .noBlocks(got: blocks)
    case .surgery(nil, let surgery): return surgery ?? .released
    }
  }
}
