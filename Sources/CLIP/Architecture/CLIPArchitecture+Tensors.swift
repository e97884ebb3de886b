extension CLIPArchitecture {
  /// The shape of every tensor of a checkpoint of this architecture, by OpenAI's names.
  public var tensorShapes: [String: [Int]] {
    var shapes = text.tensorShapes(embeddingWidth: embeddingWidth)
    let visionShapes =
      switch vision {
      case .transformer(let architecture):
        architecture.tensorShapes(embeddingWidth: embeddingWidth)
      case .resNet(let architecture): architecture.tensorShapes(embeddingWidth: embeddingWidth)
      }
    for (name, shape) in visionShapes { shapes["visual.\(name)"] = shape }
    shapes["logit_scale"] = []
    return shapes
  }

  /// Whether a tensor may lie beside those of ``tensorShapes``: a single number that the weights do not
  /// need.
  func isRedundant(_ name: String, among shapes: [String: [Int]]) -> Bool {
    if Self.redundantTensorNames.contains(name) { return true }
    let suffix = ".num_batches_tracked"
    return name.hasSuffix(suffix)
      && shapes.keys.contains("\(name.dropLast(suffix.count)).running_mean")
  }
}

extension CLIPArchitecture.Text {
  fileprivate func tensorShapes(embeddingWidth: Int) -> [String: [Int]] {
    let width = transformer.width
    return [
      "token_embedding.weight": [vocabularySize, width],
      "positional_embedding": [contextLength, width],
      "ln_final.weight": [width],
      "ln_final.bias": [width],
      "text_projection": [width, embeddingWidth],
    ].merging(transformer.tensorShapes) { first, _ in first }
  }
}
