import Checkpoints
import Tensors

/// CLIP's vision transformer, with its original attention and with architecture surgery.
public struct VisionTransformer: VisionTower {
  /// The tower's extents.
  public let architecture: VisionTransformerArchitecture

  let embedding: PatchEmbedding
  let inputNormalisation: LayerNormalisation
  let blocks: [ResidualBlock]
  let outputNormalisation: LayerNormalisation

  /// The projection to the shared features, `[D, E]`.
  let projection: Tensor

  let multiplier: any MatrixMultiplier

  init(
    _ architecture: VisionTransformerArchitecture, activation: Activation, weights: WeightReader,
    multiplier: any MatrixMultiplier
  ) throws(CheckpointError) {
    let weights = weights.at("visual")
    self.architecture = architecture
    self.multiplier = multiplier
    embedding = try PatchEmbedding(architecture, weights: weights)
    inputNormalisation = try weights.layerNormalisation("ln_pre")
    blocks = try (0..<architecture.transformer.blockCount).map { block throws(CheckpointError) in
      try ResidualBlock(
        headCount: architecture.transformer.headCount, activation: activation,
        weights: weights.at("transformer.resblocks.\(block)"))
    }
    outputNormalisation = try weights.layerNormalisation("ln_post")
    projection = try weights.tensor("proj")
  }

  /// The number of patches down and across an image of the given size in pixels.
  ///
  /// - Throws: ``CLIPError/sidesNotDivisible(height:width:patchSize:)``; sides need not be equal.
  public func grid(
    forHeight height: Int, width: Int
  ) throws(CLIPError) -> (rows: Int, columns: Int) {
    let patchSize = architecture.patchSize
    guard height > 0, width > 0, height.isMultiple(of: patchSize), width.isMultiple(of: patchSize)
    else { throw .sidesNotDivisible(height: height, width: width, patchSize: patchSize) }
    return (height / patchSize, width / patchSize)
  }
}
