/// The extents of a ModifiedResNet: a ResNet (He et al., arXiv 1512.03385) with three convolutions in the
/// place of the first, with average pooling in front of what strides, and with an attention pool at the
/// end (Radford et al., arXiv 2103.00020, section 2.4).
public struct ModifiedResNetArchitecture: Sendable, Equatable {
  /// The number of channels behind the stem, and of those inside the first stage's blocks.
  public let width: Int

  /// The number of blocks of each of the four stages.
  public let blockCounts: [Int]

  /// The side of the attention pool's position table in cells.
  public let gridSide: Int

  /// The number of heads of the attention pool; divides ``poolWidth``.
  public let headCount: Int

  /// Creates the extents of a ModifiedResNet.
  ///
  /// - Precondition: there are four stages, all numbers are positive, the width is even, and
  ///   `headCount` divides 32 times the width.
  public init(width: Int, blockCounts: [Int], gridSide: Int, headCount: Int) {
    precondition(
      blockCounts.count == Self.stageCount && blockCounts.allSatisfy { $0 > 0 } && width > 0
        && width.isMultiple(of: 2) && gridSide > 0 && headCount > 0
        && (Self.reduction * width).isMultiple(of: headCount),
      """
      No ModifiedResNet has width \(width), \(blockCounts) blocks, a grid of side \(gridSide) \
      and \(headCount) heads
      """)
    self.width = width
    self.blockCounts = blockCounts
    self.gridSide = gridSide
    self.headCount = headCount
  }

  /// The number of stages.
  static let stageCount = 4

  /// How many times as long the sides of an image are as those of the grid; also, by coincidence, how
  /// many times as many channels there are behind the last stage as behind the stem.
  static let reduction = 32

  /// How many times as many channels a block puts out as it has inside.
  static let expansion = 4

  /// The number of channels behind the last stage, which are the features of the attention pool.
  public var poolWidth: Int { Self.reduction * width }

  /// The side of the images that the model was trained on, in pixels.
  public var imageSide: Int { gridSide * Self.reduction }

  /// The number of channels inside the blocks of a stage, counted from 0.
  func channels(inStage stage: Int) -> Int { width << stage }

  /// The number of channels that enter a stage, counted from 0.
  func channels(intoStage stage: Int) -> Int {
    stage == 0 ? width : Self.expansion * channels(inStage: stage - 1)
  }
}
