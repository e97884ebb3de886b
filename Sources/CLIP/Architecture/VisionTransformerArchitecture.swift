/// The extents of a vision transformer (Dosovitskiy et al., arXiv 2010.11929, with CLIP's layer
/// normalisation before the blocks).
public struct VisionTransformerArchitecture: Sendable, Equatable {
  /// The blocks.
  public let transformer: TransformerArchitecture

  /// The side of a patch in pixels.
  public let patchSize: Int

  /// The side of the position table in patches.
  public let gridSide: Int

  /// Creates the extents of a vision transformer.
  ///
  /// - Precondition: all are positive.
  public init(transformer: TransformerArchitecture, patchSize: Int, gridSide: Int) {
    precondition(
      patchSize > 0 && gridSide > 0, "No grid of side \(gridSide) has patches of \(patchSize)")
    self.transformer = transformer
    self.patchSize = patchSize
    self.gridSide = gridSide
  }

  /// The side of the images that the model was trained on, in pixels.
  public var imageSide: Int { gridSide * patchSize }
}
