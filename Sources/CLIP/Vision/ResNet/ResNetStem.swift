import Checkpoints
import Tensors

/// The beginning of a ModifiedResNet, which makes a picture of H/4 × W/4 of an image of H × W.
///
/// Three convolutions of 3 × 3, the first with stride 2, each normalised and rectified, and average
/// pooling.
struct ResNetStem: Sendable {
  let convolutions: [Convolution]

  init(weights: WeightReader) throws(CheckpointError) {
    convolutions = try (1...3).map { layer throws(CheckpointError) in
      try weights.convolution(
        "conv\(layer)", normalisedBy: "bn\(layer)", stride: layer == 1 ? 2 : 1)
    }
  }

  /// The picture `[H/4, W/4, width]` of an image `[H, W, 3]`.
  func callAsFunction(_ image: Tensor, using multiplier: some MatrixMultiplier) -> Tensor {
    var picture = image
    for convolution in convolutions {
      picture = convolution(picture, using: multiplier)
      picture.rectify()
    }
    return picture.averagePooled(by: 2)
  }
}
