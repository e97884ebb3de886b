extension ModifiedResNetArchitecture {
  /// The shape of every tensor, by OpenAI's names behind `visual.`.
  func tensorShapes(embeddingWidth: Int) -> [String: [Int]] {
    var shapes: [String: [Int]] = [:]
    func addConvolution(
      _ name: String, normalisedBy normalisation: String, from inputs: Int, to outputs: Int,
      side: Int
    ) {
      shapes["\(name).weight"] = [outputs, inputs, side, side]
      for parameter in ["weight", "bias", "running_mean", "running_var"] {
        shapes["\(normalisation).\(parameter)"] = [outputs]
      }
    }
    addConvolution("conv1", normalisedBy: "bn1", from: 3, to: width / 2, side: 3)
    addConvolution("conv2", normalisedBy: "bn2", from: width / 2, to: width / 2, side: 3)
    addConvolution("conv3", normalisedBy: "bn3", from: width / 2, to: width, side: 3)
    for (stage, blockCount) in blockCounts.enumerated() {
      let inner = channels(inStage: stage)
      let outer = Self.expansion * inner
      for block in 0..<blockCount {
        let at = "layer\(stage + 1).\(block)"
        let inputs = block == 0 ? channels(intoStage: stage) : outer
        addConvolution("\(at).conv1", normalisedBy: "\(at).bn1", from: inputs, to: inner, side: 1)
        addConvolution("\(at).conv2", normalisedBy: "\(at).bn2", from: inner, to: inner, side: 3)
        addConvolution("\(at).conv3", normalisedBy: "\(at).bn3", from: inner, to: outer, side: 1)
        if block == 0 {
          addConvolution(
            "\(at).downsample.0", normalisedBy: "\(at).downsample.1", from: inputs, to: outer,
            side: 1)
        }
      }
    }
    shapes["attnpool.positional_embedding"] = [1 + gridSide * gridSide, poolWidth]
    for layer in ["q_proj", "k_proj", "v_proj"] {
      shapes["attnpool.\(layer).weight"] = [poolWidth, poolWidth]
      shapes["attnpool.\(layer).bias"] = [poolWidth]
    }
    shapes["attnpool.c_proj.weight"] = [embeddingWidth, poolWidth]
    shapes["attnpool.c_proj.bias"] = [embeddingWidth]
    return shapes
  }
}
