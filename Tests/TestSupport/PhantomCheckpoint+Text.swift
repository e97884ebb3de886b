import Tensors

extension PhantomCheckpoint {
  /// The number of positions, CLIP's own.
  private static let contextLength = 77

  /// The number of blocks of the text encoder.
  private static let textBlockCount = 2

  /// The text encoder's tensors.
  static func textTensors(for vocabulary: PhantomVocabulary) -> [(name: String, tensor: Tensor)] {
    typealias Transformer = PhantomTransformer
    var tokens = Tensor(zeros: [vocabulary.size, Transformer.width])
    for (colour, token) in zip(PhantomColour.classes, vocabulary.wordTokens) {
      tokens.setAxis(Transformer.codeAxis(colour), inRow: token, to: 1)
    }
    let end = vocabulary.size - 1
    tokens.setAxis(Transformer.endOfTextAxis, inRow: end, to: 1)
    tokens.setAxis(Transformer.answerAxis(.background), inRow: end, to: 0.75)

    var positions = Tensor(zeros: [contextLength, Transformer.width])
    for row in 0..<contextLength {
      for axis in Transformer.ballastAxes {
        positions.setAxis(axis, inRow: row, to: Transformer.ballast)
      }
    }

    // The end-of-text token's query meets the key of any token with a code, at the head's feature 0.
    let blocks = (0..<textBlockCount).flatMap { block in
      Transformer.block(
        "transformer.resblocks.\(block)", queries: [(0, Transformer.endOfTextAxis, 1)],
        keys: PhantomColour.classes.map { (0, Transformer.codeAxis($0), 1) },
        share: 1 / Float(textBlockCount))
    }
    return [
      ("token_embedding.weight", tokens),
      ("positional_embedding", positions),
      ("text_projection", Transformer.projection()),
    ] + Transformer.identityNormalisation("ln_final") + blocks
  }
}
