extension RandomModel {
  /// The mean and the standard deviation of a tensor's numbers.
  ///
  /// Residual branches are scaled by the number of blocks, as CLIP's own initialisation has it
  /// (Radford et al., arXiv 2103.00020, after GPT-2), so that the sum of all stays of the size of one.
  func initialisation(
    of name: String, shape: [Int]
  ) -> (mean: Float, deviation: Float) {
    let parts = name.split(separator: ".")
    let parameter = parts.last ?? ""
    if name == "logit_scale" { return (4.6052, 0) }
    if parameter.hasPrefix("running_") { return (parameter == "running_var" ? 1 : 0, 0.15) }
    if parts.contains(where: { $0.hasPrefix("bn") || $0.hasPrefix("ln_") }) || isShortcut(parts) {
      let gain = parts.contains("bn3") ? gain(ofBranch: parts[1]) : 1
      return parameter == "weight" ? (gain, 0.1 * gain) : (0, 0.1)
    }
    if name.hasSuffix("embedding") || name.hasPrefix("token_embedding") { return (0, 0.5) }
    if shape.count < 2 { return (0, parts.contains("out_proj") ? 0.02 : 0.1) }
    return (0, deviation(ofWeights: parts, shape: shape))
  }

  /// The standard deviation of the weights of a linear map or a convolution.
  private func deviation(ofWeights parts: [Substring], shape: [Int]) -> Float {
    let isVisual = parts.first == "visual"
    if parts.last == "proj" || parts == ["text_projection"] {
      return inverseRoot(of: shape[0])
    }
    let inputs = shape.dropFirst().reduce(1, *)
    if shape.count == 4 {
      // Behind a rectification half of the power is left, but for the shortcut's convolution.
      let isPlain = parts.contains("downsample") || parts == ["visual", "conv1", "weight"]
      return inverseRoot(of: inputs) * (isPlain ? 1 : Float(2).squareRoot())
    }
    if parts.contains("out_proj") || parts.contains("c_proj"), parts.contains("resblocks") {
      return 2 * inverseRoot(of: 2 * blockCount(isVisual: isVisual)) * inverseRoot(of: inputs)
    }
    let decides =
      parts.contains("in_proj_weight") || parts.contains("q_proj") || parts.contains("k_proj")
    return (decides ? 1.5 : 1) * inverseRoot(of: inputs)
  }

  /// Whether a tensor is of the normalisation on a shortcut, `….downsample.1.…`.
  private func isShortcut(_ parts: [Substring]) -> Bool {
    parts.suffix(3).starts(with: ["downsample", "1"])
  }

  /// The scale of the normalisation at the end of a residual branch of a ModifiedResNet's stage, such as
  /// `layer2`; one for the stem, which has no branches.
  private func gain(ofBranch stage: Substring) -> Float {
    guard case .resNet(let network) = architecture.vision, stage.hasPrefix("layer"),
      let number = Int(stage.dropFirst("layer".count))
    else { return 1 }
    return 0.5 * inverseRoot(of: network.blockCounts[number - 1])
  }

  private func blockCount(isVisual: Bool) -> Int {
    guard isVisual else { return architecture.text.transformer.blockCount }
    return switch architecture.vision {
    case .transformer(let tower): tower.transformer.blockCount
    case .resNet(let network): network.blockCounts.reduce(0, +)
    }
  }

  private func inverseRoot(of count: Int) -> Float {
    1 / Float(count).squareRoot()
  }
}
