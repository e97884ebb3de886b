public import Tensors

/// An image encoder: it makes one token of the whole image and one of each cell of a grid laid over it.
///
/// All that follows, from similarities to maps, takes tokens of this form and does not know which kind
/// of network they come from.
public protocol VisionTower: Sendable {
  /// The number of cells down and across an image of the given size in pixels; sides need not be equal.
  ///
  /// - Throws: ``CLIPError/sidesNotDivisible(height:width:patchSize:)`` or
  ///   ``CLIPError/sidesNotReducible(height:width:factor:)``.
  func grid(forHeight height: Int, width: Int) throws(CLIPError) -> (rows: Int, columns: Int)

  /// The image's tokens under each of some attention variants, projected to the shared features.
  ///
  /// What the variants share is computed once. What else is asked for does not change a token's bits.
  ///
  /// - Parameters:
  ///   - image: Normalised pixels `[3, H, W]` of any size that ``grid(forHeight:width:)`` takes.
  ///   - variants: What to compute.
  /// - Returns: For each variant `[1 + rows·columns, E]`: the class token, then the cells from the top
  ///   left, row by row, *not* of unit length.
  /// - Throws: ``CLIPError``: the sides, or a variant that this network does not have.
  /// - Precondition: `image` has three axes, the first of extent 3.
  func imageTokens(
    for image: Tensor, under variants: [AttentionVariant]
  ) throws(CLIPError) -> [Tensor]
}

extension VisionTower {
  /// The grid of an image `[3, H, W]`.
  func grid(of image: Tensor) throws(CLIPError) -> (rows: Int, columns: Int) {
    precondition(
      image.shape.count == 3 && image.shape[0] == 3, "An image is [3, H, W], not \(image.shape)")
    return try grid(forHeight: image.shape[1], width: image.shape[2])
  }
}
