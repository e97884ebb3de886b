import CLIP
import Imaging
import OpenVocabulary
import Tensors

extension CLIPModel {
  /// Brings an image to the network's input `[3, H, W]`, the whole of it squashed.
  func input(of image: RGBImage, at size: InputSize) -> Tensor {
    PixelNormalisation(inspection.pixelStatistics.statistics)(
      image.resized(toWidth: size.width, height: size.height, with: .bicubic))
  }

  /// Brings an image to the network's input and encodes it.
  ///
  /// - Returns: The patches, and for each variant the tokens `[1+N, D]`, the class token first.
  /// - Throws: `CLIPError` when the patches do not divide the input size.
  func imageTokens(
    of image: RGBImage, at size: InputSize, under variants: [AttentionVariant]
  ) throws -> (grid: (rows: Int, columns: Int), tokens: [Tensor]) {
    let grid = try vision.grid(forHeight: size.height, width: size.width)
    return (
      (grid.rows, grid.columns),
      try vision.imageTokens(for: input(of: image, at: size), under: variants)
    )
  }
}
