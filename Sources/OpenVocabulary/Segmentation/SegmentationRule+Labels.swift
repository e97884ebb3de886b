public import Imaging
public import Tensors

extension SegmentationRule {
  /// The class of each pixel of an image.
  ///
  /// The result is that of `Tensor.resampledBilinearly(toHeight:width:)` and an argmax, to the
  /// last bit, but no enlarged map is ever stored: sixteen neighbouring pixels between the same two
  /// patches are scored at once, query by query, with the best so far in registers.
  ///
  /// - Parameters:
  ///   - similarity: The patches' similarities `[rows, columns, Q]`.
  ///   - width: The image's width.
  ///   - height: The image's height.
  /// - Returns: The class numbers that ``init(classOfQuery:excludedClasses:)`` was given.
  /// - Throws: ``OpenVocabularyError/scoreNotFinite(got:row:column:query:)``.
  /// - Precondition: Q is ``queryCount``, no extent is zero, and the image has pixels.
  /// - Complexity: O(width · height · Q) time, O(width · height) memory.
  public func labels(
    from similarity: Tensor, width: Int, height: Int
  ) throws(OpenVocabularyError) -> LabelMap {
    try similarity.requireFiniteScores()
    let columns = similarity.shape[1]
    precondition(
      similarity.shape[2] == queryCount,
      "Similarities \(similarity.shape) are not of \(queryCount) queries")
    let scores = competingScores(of: similarity)
    let source = scores.span
    let rowLength = columns * competing.count
    let blocks = PixelBlock.blocks(over: BilinearAxis(from: columns, to: width))
    var blended = [Float](repeating: 0, count: rowLength)
    var labels = [UInt16](repeating: 0, count: width * height)
    for (row, tap) in BilinearAxis(from: similarity.shape[0], to: height).taps.enumerated() {
      let (lower, upper) = (tap.lower * rowLength, tap.upper * rowLength)
      for index in 0..<rowLength {
        blended[index] =
          source[lower + index] * (1 - tap.upperWeight) + source[upper + index] * tap.upperWeight
      }
      for block in blocks {
        let best = block.bestQueries(in: blended.span, queries: competing.count)
        let start = row * width + block.start
        for lane in 0..<block.count { labels[start + lane] = classes[Int(best[lane])] }
      }
    }
    return LabelMap(width: width, height: height, labels: labels)
  }

  /// The similarities of the queries that compete, in their order.
  private func competingScores(of similarity: Tensor) -> [Float] {
    guard competing != Array(0..<queryCount) else { return similarity.elements }
    let source = similarity.elements.span
    var scores: [Float] = []
    scores.reserveCapacity(similarity.count / queryCount * competing.count)
    for first in stride(from: 0, to: similarity.count, by: queryCount) {
      for query in competing { scores.append(source[first + query]) }
    }
    return scores
  }
}

/// Up to sixteen neighbouring pixels of a row that lie between the same two patches.
private struct PixelBlock {
  let start: Int
  var count: Int
  let lower: Int
  let upper: Int
  var lowerWeight = SIMD16<Float>()
  var upperWeight = SIMD16<Float>()

  /// The pixels of a row in order; lanes behind a block's last pixel have the weights 0 and 0.
  static func blocks(over axis: BilinearAxis) -> [PixelBlock] {
    var blocks: [PixelBlock] = []
    for (pixel, tap) in axis.taps.enumerated() {
      if let last = blocks.last, last.lower == tap.lower, last.count < SIMD16<Float>.scalarCount {
      } else {
        blocks.append(PixelBlock(start: pixel, count: 0, lower: tap.lower, upper: tap.upper))
      }
      let (block, lane) = (blocks.count - 1, pixel - blocks[blocks.count - 1].start)
      blocks[block].lowerWeight[lane] = 1 - tap.upperWeight
      blocks[block].upperWeight[lane] = tap.upperWeight
      blocks[block].count += 1
    }
    return blocks
  }

  /// The query of the largest score at each pixel, the first of equal ones.
  func bestQueries(in row: Span<Float>, queries: Int) -> SIMD16<Int32> {
    let lower = row.extracting((self.lower * queries)..<((self.lower + 1) * queries))
    let upper = row.extracting((self.upper * queries)..<((self.upper + 1) * queries))
    var best = SIMD16<Float>(repeating: -.infinity)
    var bestQuery = SIMD16<Int32>()
    for query in lower.indices {
      let score = lower[query] * lowerWeight + upper[query] * upperWeight
      let isBetter = score .> best
      best.replace(with: score, where: isBetter)
      bestQuery.replace(with: Int32(truncatingIfNeeded: query), where: isBetter)
    }
    return bestQuery
  }
}
