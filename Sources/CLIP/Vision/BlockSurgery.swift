/// What architecture surgery does to the blocks of a vision transformer, as data.
///
/// With `x` all tokens, Q, K and V from `LN₁(x)`, s = 1/√(head width) and
/// `vv(x) = proj(softmax(s·V Vᵀ) V)`, a block as it was trained does
///
///     x ← x + proj(softmax(s·Q Kᵀ) V)
///     x ← x + MLP(LN₂ x)
///
/// From the first surgical block d on (counted from 1), a surgical one does
///
/// | paths | feed-forward | formula |
/// |---|---|---|
/// | dual | no | the block as trained, and beside it `x̂ ← x̂ + vv(x)` |
/// | dual | yes | the same, then `x̂ ← x̂ + MLP(LN₂ x̂)` |
/// | single | yes | `x ← x + vv(x)`, `x ← x + MLP(LN₂ x)` |
/// | single | no | `x ← x + vv(x)` |
///
/// At block d x̂ starts as that block's input. On two paths the patch tokens come from x̂ and the class
/// token from x, which is the original network's; on one path every token, the class token too, goes
/// through the changed blocks.
///
/// Two paths without feed-forward are stated by the paper and by the released code (Li et al., arXiv
/// 2304.05653, section 3.2). The paper's ablation (its Table 2) compares the other rows in words, v·v in
/// the last layer alone, v·v in several layers without dual paths, and dual paths with the FFN: the
/// formulas here are inferred from these words. Nothing says how many layers the second has, whether its
/// class token went the changed way, or that the new path's MLP reads the new path; one path without
/// feed-forward is no row of the table.
public struct BlockSurgery: Sendable, Hashable {
  /// Which blocks are surgical; all behind the first one are.
  public enum Extent: Sendable, Hashable {
    /// From a block on, counted from 1.
    case from(Int)

    /// The last few of a tower, or all of one that has fewer.
    case last(Int)
  }

  /// Where the tokens with v·v attention go.
  public enum Paths: String, Sendable, Hashable, CaseIterable, Codable {
    /// Along a new path beside the original one, which it reads and does not change.
    case dual

    /// Along the one path there is: what a surgical block changes, the next one reads.
    case single
  }

  /// Which blocks are surgical.
  public let extent: Extent

  /// Where the tokens with v·v attention go.
  public let paths: Paths

  /// Whether the path with v·v attention goes through the blocks' MLPs too.
  public let feedForward: Bool

  /// Describes a surgery; without further words the paper's, in the last six blocks.
  ///
  /// - Parameters:
  ///   - extent: Which blocks are surgical.
  ///   - paths: Where the tokens with v·v attention go.
  ///   - feedForward: Whether they go through the MLPs too; `nil` for what the paths had in the paper:
  ///     no on a new path, yes on the one path.
  public init(
    _ extent: Extent = .last(6), paths: Paths = .dual, feedForward: Bool? = nil
  ) {
    self.extent = extent
    self.paths = paths
    self.feedForward = feedForward ?? (paths == .single)
  }

  /// The surgery of the paper in the blocks of the released code: the last six (d = 7 of 12).
  public static let standard = BlockSurgery()

  /// The first surgical block of a tower, counted from 1.
  ///
  /// - Throws: ``CLIPError/firstBlockOutside(got:expected:)``.
  /// - Precondition: there are blocks, and at least one is surgical.
  public func firstBlock(ofBlocks blockCount: Int) throws(CLIPError) -> Int {
    precondition(blockCount > 0, "A tower of \(blockCount) blocks")
    switch extent {
    case .last(let count):
      precondition(count > 0, "Surgery in the last \(count) blocks")
      return max(1, blockCount - count + 1)
    case .from(let block):
      guard (1...blockCount).contains(block) else {
        throw .firstBlockOutside(got: block, expected: 1...blockCount)
      }
      return block
    }
  }
}

extension BlockSurgery: CustomStringConvertible {
  /// The surgery in words.
  public var description: String {
    let blocks =
      switch extent {
      case .from(let block): "from block \(block) on"
      case .last(let count): "in the last \(count) \(count == 1 ? "block" : "blocks")"
      }
    return """
      v·v attention \(blocks) on \(paths == .dual ? "a new path" : "the one path"), \
      \(feedForward ? "with" : "without") MLPs
      """
  }
}
