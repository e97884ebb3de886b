import Checkpoints
import Tensors

/// CLIP's convolutional image encoder, with its original attention pool and with architecture surgery.
///
/// Pictures are `[H, W, C]`, so that a convolution is a matrix product over rows of pixels.
public struct ModifiedResNet: VisionTower {
  /// The tower's extents.
  public let architecture: ModifiedResNetArchitecture

  let stem: ResNetStem

  /// The blocks of each stage.
  let stages: [[Bottleneck]]

  let pool: AttentionPool
  let multiplier: any MatrixMultiplier

  init(
    _ architecture: ModifiedResNetArchitecture, weights: WeightReader,
    multiplier: any MatrixMultiplier
  ) throws(CheckpointError) {
    let weights = weights.at("visual")
    self.architecture = architecture
    self.multiplier = multiplier
    stem = try ResNetStem(weights: weights)
    stages = try architecture.blockCounts.enumerated().map { stage, count throws(CheckpointError) in
      try (0..<count).map { block throws(CheckpointError) in
        try Bottleneck(
          opensStage: block == 0, stride: stage > 0 && block == 0 ? 2 : 1,
          weights: weights.at("layer\(stage + 1).\(block)"))
      }
    }
    pool = try AttentionPool(architecture, weights: weights.at("attnpool"))
  }

  /// The number of cells down and across an image of the given size in pixels.
  ///
  /// - Throws: ``CLIPError/sidesNotReducible(height:width:factor:)``; sides need not be equal.
  public func grid(
    forHeight height: Int, width: Int
  ) throws(CLIPError) -> (rows: Int, columns: Int) {
    let factor = ModifiedResNetArchitecture.reduction
    guard height > 0, width > 0, height.isMultiple(of: factor), width.isMultiple(of: factor)
    else { throw .sidesNotReducible(height: height, width: width, factor: factor) }
    return (height / factor, width / factor)
  }
}
