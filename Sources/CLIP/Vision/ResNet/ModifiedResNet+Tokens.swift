public import Tensors

extension ModifiedResNet {
  /// The image's tokens under each of some attention variants; see ``VisionTower``.
  ///
  /// The convolutions run once for all variants, which differ in the attention pool alone. Every cell
  /// is a query of the pool, where CLIP itself asks for the class token only.
  ///
  /// - Throws: ``CLIPError/sidesNotReducible(height:width:factor:)`` or ``CLIPError/noBlocks(got:)``.
  /// - Precondition: `image` has three axes, the first of extent 3.
  /// - Complexity: O(H·W·width²·blocks + N²·32·width) on the calling thread for N tokens.
  public func imageTokens(
    for image: Tensor, under variants: [AttentionVariant]
  ) throws(CLIPError) -> [Tensor] {
    _ = try grid(of: image)
    let surgeries = try variants.map { variant throws(CLIPError) in try variant.poolSurgery() }
    guard !surgeries.isEmpty else { return [] }
    var picture = stem(image.channelsLast(), using: multiplier)
    for block in stages.joined() { picture = block(picture, using: multiplier) }
    return pool.tokens(of: picture, under: surgeries, using: multiplier)
  }
}
