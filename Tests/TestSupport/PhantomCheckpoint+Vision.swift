import Tensors

extension PhantomCheckpoint {
  /// The means and deviations by which CLIP normalises red, green and blue.
  static let pixelMeans: [Float] = [0.481_454_66, 0.457_827_5, 0.408_210_73]
  static let pixelDeviations: [Float] = [0.268_629_54, 0.261_302_58, 0.275_777_11]

  /// The image encoder's tensors.
  static func visionTensors() -> [(name: String, tensor: Tensor)] {
    typealias Transformer = PhantomTransformer
    let width = Transformer.width
    let patchPixels = patchSize * patchSize
    let gridSide = imageSide / patchSize

    // A code is a mean over the patch of deviation · normalised + mean, the raw channel; the means
    // come with the position. The background's is one minus the three channels.
    var kernels = Tensor(zeros: [width, 3, patchSize, patchSize])
    var positions = Tensor(zeros: [1 + gridSide * gridSide, width])
    for colour in PhantomColour.allCases {
      let factors: [Float] =
        colour == .background ? [-1, -1, -1] : PhantomColour.classes.map { $0 == colour ? 1 : 0 }
      for (channel, factor) in factors.enumerated() {
        for sign in 0...1 {
          let feature = 2 * Transformer.codeAxis(colour) + sign
          let weight = factor * pixelDeviations[channel] / Float(patchPixels)
          for pixel in 0..<patchPixels {
            kernels.elements[(feature * 3 + channel) * patchPixels + pixel] =
              sign == 0 ? weight : -weight
          }
        }
      }
      let offset = zip(factors, pixelMeans).reduce(colour == .background ? 1 : 0) {
        $0 + $1.0 * $1.1
      }
      for row in 1...(gridSide * gridSide) {
        positions.setAxis(Transformer.codeAxis(colour), inRow: row, to: offset)
      }
    }
    for row in 0...(gridSide * gridSide) {
      for axis in Transformer.ballastAxes {
        positions.setAxis(axis, inRow: row, to: Transformer.ballast)
      }
    }

    let reads = PhantomColour.allCases.map { ($0.rawValue, Transformer.codeAxis($0)) }
    let blocks = (0..<blockCount).flatMap { block in
      Transformer.block(
        "visual.transformer.resblocks.\(block)", queries: reads.map { ($0.0, $0.1, 1) },
        keys: reads.map { ($0.0, $0.1, -1) }, share: 1)
    }
    return [
      ("visual.class_embedding", Tensor(zeros: [width])),
      ("visual.conv1.weight", kernels),
      ("visual.positional_embedding", positions),
      ("visual.proj", Transformer.projection()),
    ] + Transformer.identityNormalisation("visual.ln_pre")
      + Transformer.identityNormalisation("visual.ln_post") + blocks
  }
}
