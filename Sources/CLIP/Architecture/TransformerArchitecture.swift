/// The extents of a transformer, either tower's.
public struct TransformerArchitecture: Sendable, Equatable {
  /// The number of features of a token.
  public let width: Int

  /// The number of residual blocks.
  public let blockCount: Int

  /// The number of attention heads; divides the width.
  public let headCount: Int

  /// The number of features inside a block's MLP.
  public let hiddenWidth: Int

  /// Creates the extents of a transformer.
  ///
  /// - Precondition: all are positive and `headCount` divides `width`.
  public init(width: Int, blockCount: Int, headCount: Int, hiddenWidth: Int) {
    precondition(
      width > 0 && blockCount > 0 && headCount > 0 && hiddenWidth > 0
        && width.isMultiple(of: headCount),
      """
      No transformer has width \(width), \(blockCount) blocks, \(headCount) heads \
      and hidden width \(hiddenWidth)
      """)
    self.width = width
    self.blockCount = blockCount
    self.headCount = headCount
    self.hiddenWidth = hiddenWidth
  }

  /// The number of features of one attention head.
  public var headWidth: Int { width / headCount }
}
