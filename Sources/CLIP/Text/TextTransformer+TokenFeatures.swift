public import Tensors

extension TextTransformer {
  /// The feature of every token of a text, *not* of unit length.
  ///
  /// Where ``features(of:)`` reads a text at its end-of-text token alone, this puts every token through
  /// the last normalisation and the projection: what CLIP Surgery's authors show an image's response to
  /// word by word. The attention is causal, so that a token's feature speaks of the words up to it, and
  /// that of the start is the same for every text. The last row is the text's own feature.
  ///
  /// - Parameter text: Token ids with start and end, unpadded or padded behind the end.
  /// - Returns: `[T, E]` for the T tokens up to the end-of-text token.
  /// - Throws: ``CLIPError/textTooLong(got:expected:)`` or ``CLIPError/unknownToken(got:expected:)``.
  /// - Precondition: the text is not empty.
  /// - Complexity: O(L·T·D²) on the calling thread.
  public func tokenFeatures(of text: [Int]) throws(CLIPError) -> Tensor {
    let text = try readPart(of: text)
    let tokens = 0..<text.count
    var stream = embedded([text])
    for block in blocks {
      block.advance(
        &stream, in: block.queryKeyValue(of: stream, using: multiplier),
        over: [AttentionSpan(queries: tokens, keys: tokens)], isCausal: true, using: multiplier)
    }
    return multiplier.product(of: outputNormalisation(stream), and: projection)
  }
}
