extension VisionTransformerArchitecture {
  /// The shape of every tensor, by OpenAI's names behind `visual.`.
  func tensorShapes(embeddingWidth: Int) -> [String: [Int]] {
    let width = transformer.width
    return [
      "class_embedding": [width],
      "conv1.weight": [width, 3, patchSize, patchSize],
      "positional_embedding": [1 + gridSide * gridSide, width],
      "ln_pre.weight": [width],
      "ln_pre.bias": [width],
      "ln_post.weight": [width],
      "ln_post.bias": [width],
      "proj": [width, embeddingWidth],
    ].merging(transformer.tensorShapes) { first, _ in first }
  }
}
