import Tensors

extension QueryKeyValue {
  /// The share of each token's attention that falls on each region, `[tokens, R]`; the mean over the
  /// heads.
  ///
  /// Attention to values that are 1 in a region and 0 elsewhere is the attention that falls on it, so
  /// that no matrix of attention need be kept. As many regions as a head has features go at a time.
  func shares(of regions: Tensor, using multiplier: some MatrixMultiplier) -> Tensor {
    let count = regions.shape[1]
    var result = Tensor(zeros: [tokenCount, count])
    for first in stride(from: 0, to: count, by: headWidth) {
      let part = first..<min(first + headWidth, count)
      var values = Tensor(zeros: [tokenCount, width])
      for token in 0..<tokenCount {
        for head in 0..<headCount {
          for region in part {
            values.elements[token * width + head * headWidth + region - first] =
              regions.elements[token * count + region]
          }
        }
      }
      let attended = QueryKeyValue(
        query: query, key: key, value: Part(rows: values), width: width, headCount: headCount
      ).attended(over: [span(asking: 0..<tokenCount)], using: multiplier)
      for token in 0..<tokenCount {
        for head in 0..<headCount {
          for region in part {
            result.elements[token * count + region] +=
              attended.elements[token * width + head * headWidth + region - first]
              / Float(headCount)
          }
        }
      }
    }
    return result
  }
}
