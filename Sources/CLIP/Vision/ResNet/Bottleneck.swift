import Checkpoints
import Tensors

/// A residual block of a ModifiedResNet: convolutions of 1 × 1, 3 × 3 and 1 × 1, each normalised, added
/// to the block's input: x ← relu(shortcut(x) + conv₃(relu(conv₂(relu(conv₁(x)))))).
///
/// Where a block strides, an average pool does it, behind conv₂ and in front of the shortcut's
/// convolution, so that no pixel is skipped.
struct Bottleneck: Sendable {
  let reduction: Convolution
  let middle: Convolution
  let expansion: Convolution

  /// The convolution of 1 × 1 on the shortcut where a stage begins; elsewhere the shortcut is the input.
  let shortcut: Convolution?

  /// By how much the block reduces a picture's sides.
  let stride: Int

  init(opensStage: Bool, stride: Int, weights: WeightReader) throws(CheckpointError) {
    self.stride = stride
    reduction = try weights.convolution("conv1", normalisedBy: "bn1")
    middle = try weights.convolution("conv2", normalisedBy: "bn2")
    expansion = try weights.convolution("conv3", normalisedBy: "bn3")
    shortcut =
      opensStage ? try weights.convolution("downsample.0", normalisedBy: "downsample.1") : nil
  }

  /// The picture `[H/stride, W/stride, 4·C]` of a picture `[H, W, …]`.
  func callAsFunction(_ picture: Tensor, using multiplier: some MatrixMultiplier) -> Tensor {
    var hidden = reduction(picture, using: multiplier)
    hidden.rectify()
    hidden = middle(hidden, using: multiplier)
    hidden.rectify()
    if stride > 1 { hidden = hidden.averagePooled(by: stride) }
    var result = stride > 1 ? picture.averagePooled(by: stride) : picture
    if let shortcut { result = shortcut(result, using: multiplier) }
    expansion.apply(to: hidden, into: &result, using: multiplier, accumulating: true)
    result.rectify()
    return result
  }
}
