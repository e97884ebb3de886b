import Tensors

extension AttentionPool {
  /// The projected tokens `[1 + rows·columns, E]` of a picture `[rows, columns, C]`, under each surgery;
  /// `nil` stands for none.
  ///
  /// Queries and keys are computed only where something asks for them. Each product has the same shape
  /// whatever else is asked for, so that a token's bits do not depend on that.
  func tokens(
    of picture: Tensor, under surgeries: [ResNetSurgery?], using multiplier: some MatrixMultiplier
  ) -> [Tensor] {
    let tokens = inputTokens(of: picture)
    let values = value(tokens, using: multiplier)
    lazy var original = joined(
      query(tokens, using: multiplier), key(tokens, using: multiplier), values)
    let all = 0..<tokens.shape[0]
    var results: [Tensor] = []
    for surgery in surgeries {
      let attended =
        switch surgery {
        case nil: original.attended(asking: all, using: multiplier)
        case .released: joined(values, values, values).attended(asking: all, using: multiplier)
        case .paper:
          Tensor.stacked([
            original.attended(asking: all.prefix(1), using: multiplier),
            directed(values).attended(asking: all.dropFirst(), using: multiplier),
          ])
        }
      results.append(output(attended, using: multiplier))
    }
    return results
  }

  /// Values that attend by their directions: v / (‖v‖ + 10⁻⁶) in each head for queries and keys, with
  /// eight times the usual scale.
  private func directed(_ values: Tensor) -> QueryKeyValue {
    let headWidth = values.shape[1] / headCount
    let directions = values.reshaped(to: [values.shape[0] * headCount, headWidth])
      .unitRows(addingToLength: 1e-6).reshaped(to: values.shape)
    return joined(directions, directions, values, sharpness: 8)
  }

  private func joined(
    _ queries: Tensor, _ keys: Tensor, _ values: Tensor, sharpness: Float = 1
  ) -> QueryKeyValue {
    QueryKeyValue(
      query: QueryKeyValue.Part(rows: queries), key: QueryKeyValue.Part(rows: keys),
      value: QueryKeyValue.Part(rows: values), width: values.shape[1], headCount: headCount,
      sharpness: sharpness)
  }
}

extension QueryKeyValue {
  /// Some tokens' share of all values.
  fileprivate func attended(
    asking queries: Range<Int>, using multiplier: some MatrixMultiplier
  ) -> Tensor {
    attended(over: [span(asking: queries)], using: multiplier)
  }
}
