/// What the output of a layer is compared with the image's feature by.
///
/// Outputs are those of the class token. The paper's figure (its layers' cosines, the last FFN's 0.1231)
/// does not say whether they go through `ln_post` and the projection before they are compared; both
/// readings are here.
public enum LayerMeasure: String, Sendable, CaseIterable {
  /// The attention's output through `ln_post` and the projection, with the image's feature.
  case attention

  /// The MLP's output through `ln_post` and the projection, with the image's feature.
  case feedForward = "feed-forward"

  /// The attention's output as it is added, with the class token behind the last block.
  case attentionInStream = "attention in stream"

  /// The MLP's output as it is added, with the class token behind the last block.
  case feedForwardInStream = "feed-forward in stream"
}
