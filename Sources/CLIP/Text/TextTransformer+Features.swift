public import Tensors

extension TextTransformer {
  /// The features of some texts, *not* of unit length.
  ///
  /// A text's feature is read at its end-of-text token, the one with the highest id. The attention is
  /// causal, so neither tokens behind it nor other texts can reach it: texts lie one after another
  /// without padding, and the last block runs for the end-of-text tokens alone.
  ///
  /// - Parameter texts: Token ids with start and end, unpadded or padded behind the end.
  /// - Returns: `[texts, E]`.
  /// - Throws: ``CLIPError/textTooLong(got:expected:)`` or ``CLIPError/unknownToken(got:expected:)``.
  /// - Precondition: no text is empty.
  /// - Complexity: O(L·T·D²) on the calling thread for T tokens in all. Texts are encoded about a
  ///   thousand tokens at a time, so that memory does not grow with their number.
  public func features(of texts: [[Int]]) throws(CLIPError) -> Tensor {
    let texts = try texts.map { text throws(CLIPError) in try readPart(of: text) }
    var features: [Tensor] = []
    var batch: [ArraySlice<Int>] = []
    var tokenCount = 0
    for (index, text) in texts.enumerated() {
      batch.append(text)
      tokenCount += text.count
      if tokenCount >= Self.batchTokenCount || index == texts.count - 1 {
        features.append(encoded(batch))
        batch = []
        tokenCount = 0
      }
    }
    return features.isEmpty ? Tensor(zeros: [0, projection.shape[1]]) : .stacked(features)
  }

  /// The number of tokens at which a batch is full.
  private static let batchTokenCount = 1024

  /// The tokens up to the end-of-text token, checked.
  func readPart(of text: [Int]) throws(CLIPError) -> ArraySlice<Int> {
    guard let highest = text.max(), let end = text.firstIndex(of: highest) else {
      preconditionFailure("A text without tokens has no end-of-text token")
    }
    let part = text[...end]
    guard part.count <= architecture.contextLength else {
      throw .textTooLong(got: part.count, expected: architecture.contextLength)
    }
    if let unknown = part.first(where: { !(0..<architecture.vocabularySize).contains($0) }) {
      throw .unknownToken(got: unknown, expected: architecture.vocabularySize)
    }
    return part
  }

  /// The features of texts that lie one after another in one matrix.
  private func encoded(_ texts: [ArraySlice<Int>]) -> Tensor {
    var stream = embedded(texts)
    var spans: [AttentionSpan] = []
    var start = 0
    for text in texts {
      let tokens = start..<(start + text.count)
      spans.append(AttentionSpan(queries: tokens, keys: tokens))
      start = tokens.upperBound
    }
    for (number, block) in zip(1..., blocks) {
      let qkv = block.queryKeyValue(of: stream, using: multiplier)
      if number == blocks.count {
        spans = spans.map { AttentionSpan(queries: $0.keys.suffix(1), keys: $0.keys) }
        stream = .stacked(spans.map { stream.rows($0.queries) })
      }
      block.advance(&stream, in: qkv, over: spans, isCausal: true, using: multiplier)
    }
    return multiplier.product(of: outputNormalisation(stream), and: projection)
  }

  /// Each token's vector plus its position's, `[T, D]`.
  func embedded(_ texts: [ArraySlice<Int>]) -> Tensor {
    let width = tokenEmbedding.shape[1]
    let vectors = tokenEmbedding.elements.span
    let positionVectors = positions.elements.span
    var elements: [Float] = []
    elements.reserveCapacity(texts.reduce(0) { $0 + $1.count } * width)
    for text in texts {
      for (position, token) in text.enumerated() {
        for column in 0..<width {
          elements.append(
            vectors[token * width + column] + positionVectors[position * width + column])
        }
      }
    }
    return Tensor(shape: [elements.count / width, width], elements: elements)
  }
}
