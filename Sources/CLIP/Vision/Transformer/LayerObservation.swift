public import Tensors

/// What the blocks of a vision transformer do to one image, on the path as it was trained.
public struct LayerObservation: Sendable {
  /// What one kind of layer adds to the class token, one row a block.
  public struct Outputs: Sendable {
    /// The outputs as they are added, `[L, D]`.
    public let tokens: Tensor

    /// The same as features `[L, E]`: `ln_post`, then the projection, as if the output were the token.
    public let features: Tensor
  }

  /// What the attentions add: proj(softmax(s·Q Kᵀ) V).
  public let attention: Outputs

  /// What the MLPs add: MLP(LN₂ x).
  public let feedForward: Outputs

  /// The class token behind the last block, `[1, D]`.
  public let classToken: Tensor

  /// The image's feature, `[1, E]`, not of unit length.
  public let classFeature: Tensor

  /// For each block the share of each token's attention, softmax(s·Q Kᵀ), that falls on each region,
  /// `[1+N, R]`; the mean over the heads.
  public let queryKeyShares: [Tensor]

  /// The same of the attention of a new path, softmax(s·V Vᵀ); it reads the path as it was trained, so
  /// that it does not depend on where surgery begins.
  public let valueValueShares: [Tensor]
}

extension VisionTransformer {
  /// Follows an image through the blocks.
  ///
  /// - Parameters:
  ///   - image: Normalised pixels `[3, H, W]` of any size that ``grid(forHeight:width:)`` takes.
  ///   - regions: Which tokens belong to which region, `[1+N, R]`, 1 or 0 each; the class token first.
  /// - Returns: What the layers did.
  /// - Throws: ``CLIPError/sidesNotDivisible(height:width:patchSize:)``.
  /// - Precondition: there is a region, and a row for each token.
  public func observation(
    of image: Tensor, attendingTo regions: Tensor
  ) throws(CLIPError) -> LayerObservation {
    let grid = try grid(of: image)
    precondition(
      regions.shape.count == 2 && regions.shape[0] == 1 + grid.rows * grid.columns
        && regions.shape[1] > 0,
      "Regions \(regions.shape) of \(1 + grid.rows * grid.columns) tokens")
    var tokens = inputNormalisation(embedding(image, using: multiplier))
    var (attentions, feedForwards): ([Tensor], [Tensor]) = ([], [])
    var (queryKeyShares, valueValueShares): ([Tensor], [Tensor]) = ([], [])
    for block in blocks {
      let qkv = block.queryKeyValue(of: tokens, using: multiplier)
      queryKeyShares.append(qkv.shares(of: regions, using: multiplier))
      valueValueShares.append(qkv.valueValue.shares(of: regions, using: multiplier))
      let all = qkv.span(asking: 0..<qkv.tokenCount)
      let attention = block.attention.output(
        qkv.attended(over: [all], using: multiplier), using: multiplier)
      tokens.add(attention)
      var feedForward = Tensor(zeros: tokens.shape)
      block.feedForward.add(
        toStream: &feedForward, from: block.feedForwardNormalisation(tokens), using: multiplier)
      tokens.add(feedForward)
      attentions.append(attention.rows(0..<1))
      feedForwards.append(feedForward.rows(0..<1))
    }
    let classToken = tokens.rows(0..<1)
    return LayerObservation(
      attention: outputs(attentions), feedForward: outputs(feedForwards), classToken: classToken,
      classFeature: features(of: classToken), queryKeyShares: queryKeyShares,
      valueValueShares: valueValueShares)
  }

  private func outputs(_ rows: [Tensor]) -> LayerObservation.Outputs {
    let tokens = Tensor.stacked(rows)
    return LayerObservation.Outputs(tokens: tokens, features: features(of: tokens))
  }
}
