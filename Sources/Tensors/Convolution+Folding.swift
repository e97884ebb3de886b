extension Convolution {
  /// A convolution without bias and the batch normalisation behind it, as one layer:
  /// w ← w · γ / √(var + ε), b = β − mean · γ / √(var + ε).
  ///
  /// The folding is done in double precision and rounded once, so that what differs from normalising
  /// afterwards is the last bit of each weight.
  ///
  /// - Parameters:
  ///   - kernels: `[outputs, channels, K, K]`.
  ///   - normalisation: Of as many channels as there are outputs.
  ///   - stride: The distance between the pixels that kernels are laid on.
  /// - Precondition: the shapes are as stated, and K is odd.
  public init(
    kernels: Tensor, normalisedBy normalisation: BatchNormalisation, stride: Int = 1
  ) {
    let outputs = normalisation.scale.count
    precondition(
      kernels.shape.first == outputs,
      "Kernels \(kernels.shape) do not fit a normalisation of \(outputs) channels")
    let factors = zip(normalisation.scale, normalisation.variance).map {
      Double($0) / (Double($1) + normalisation.epsilon).squareRoot()
    }
    var folded = kernels
    let size = kernels.count / max(1, outputs)
    for (output, factor) in factors.enumerated() {
      for index in (output * size)..<((output + 1) * size) {
        folded.elements[index] = Float(Double(folded.elements[index]) * factor)
      }
    }
    let bias = factors.indices.map {
      Float(Double(normalisation.shift[$0]) - Double(normalisation.mean[$0]) * factors[$0])
    }
    self.init(kernels: folded, bias: bias, stride: stride)
  }
}
