// The loops over vectors, together with all that they inline. They share one file because a debug
// build optimises file by file: a vector operation that lay elsewhere would become a function call.
// A vector cannot be loaded from a span in safe Swift; the two functions that do so are here too.

/// Loops over Float32 values, sixteen at a time.
enum VectorKernels {
  /// Replaces every value x by x · σ(1.702·x).
  static func applyQuickGELU(to values: inout MutableSpan<Float>) {
    _ = values.transform(in: 0..<values.count, by: QuickGELU())
  }

  /// Replaces every value x by ½·x·(1 + erf(x / √2)).
  static func applyGELU(to values: inout MutableSpan<Float>) {
    _ = values.transform(in: 0..<values.count, by: GELU())
  }

  /// Replaces every negative value by zero; NaN stays NaN.
  static func rectify(_ values: inout MutableSpan<Float>) {
    _ = values.transform(in: 0..<values.count, by: Rectification())
  }

  /// Writes the values of a range over those of `result` from `start` on.
  static func copy(
    _ values: Span<Float>, in range: Range<Int>, to result: inout MutableSpan<Float>,
    at start: Int
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= values.count)
    precondition(start >= 0 && start + range.count <= result.count)
    let shift = start - range.lowerBound
    var index = range.lowerBound
    while index + Lanes.scalarCount <= range.upperBound {
      result.setLanes(values.lanes(at: index), at: index + shift)
      index += Lanes.scalarCount
    }
    while index < range.upperBound {
      result[index + shift] = values[index]
      index += 1
    }
  }

  /// Adds the values of a range to those of `result` from `start` on.
  static func add(
    _ values: Span<Float>, in range: Range<Int>, to result: inout MutableSpan<Float>,
    at start: Int
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= values.count)
    precondition(start >= 0 && start + range.count <= result.count)
    let shift = start - range.lowerBound
    var index = range.lowerBound
    while index + Lanes.scalarCount <= range.upperBound {
      result.setLanes(
        result.span.lanes(at: index + shift) + values.lanes(at: index), at: index + shift)
      index += Lanes.scalarCount
    }
    while index < range.upperBound {
      result[index + shift] += values[index]
      index += 1
    }
  }

  /// Multiplies every value of a range by a factor.
  static func scale(_ values: inout MutableSpan<Float>, in range: Range<Int>, by factor: Float) {
    _ = values.transform(in: range, by: Scaling(factor: factor))
  }

  /// Replaces every value x of a range by e^(x − m), m being the largest, and returns their sum.
  ///
  /// - Precondition: the range is not empty.
  static func exponentiate(_ values: inout MutableSpan<Float>, in range: Range<Int>) -> Float {
    values.transform(in: range, by: ShiftedExponential(offset: values.maximum(in: range))).sum()
  }

  /// The sum of the values of a range.
  static func sum(_ values: Span<Float>, in range: Range<Int>) -> Float {
    values.sum(in: range, of: Identity())
  }

  /// Σ x² over the values of a range.
  static func sumOfSquares(_ values: Span<Float>, in range: Range<Int>) -> Float {
    values.sum(in: range, of: SquaredDeviation(centre: 0))
  }

  /// Writes the normalised values of one row: (x − mean) / √(var + ε) · scale + shift.
  static func normalise(
    _ values: Span<Float>, in range: Range<Int>, scale: Span<Float>, shift: Span<Float>,
    epsilon: Float, into result: inout MutableSpan<Float>
  ) {
    let width = Float(range.count)
    let mean = values.sum(in: range, of: Identity()) / width
    // The lanes behind the last value hold the mean, which deviates by nothing.
    let variance =
      values.sum(in: range, padding: mean, of: SquaredDeviation(centre: mean)) / width
    let factor = 1 / (variance + epsilon).squareRoot()
    var column = 0
    while column + Lanes.scalarCount <= range.count {
      let index = range.lowerBound + column
      result.setLanes(
        (values.lanes(at: index) - mean) * factor * scale.lanes(at: column)
          + shift.lanes(at: column),
        at: index)
      column += Lanes.scalarCount
    }
    while column < range.count {
      let index = range.lowerBound + column
      result[index] = (values[index] - mean) * factor * scale[column] + shift[column]
      column += 1
    }
  }
}

/// Sixteen neighbouring values: one AVX-512 register, two of AVX2, four of NEON.
private typealias Lanes = SIMD16<Float>

/// A function of one value, applied to sixteen at once.
///
/// A type and not a closure: the compiler makes a copy of each loop for the type, while it calls a
/// closure once a vector, through memory.
private protocol LaneFunction {
  func callAsFunction(_ lanes: Lanes) -> Lanes
}

private struct Identity: LaneFunction {
  @inline(__always)
  func callAsFunction(_ lanes: Lanes) -> Lanes { lanes }
}

private struct Rectification: LaneFunction {
  @inline(__always)
  func callAsFunction(_ lanes: Lanes) -> Lanes { lanes.replacing(with: 0, where: lanes .< 0) }
}

private struct Scaling: LaneFunction {
  let factor: Float

  @inline(__always)
  func callAsFunction(_ lanes: Lanes) -> Lanes { lanes * factor }
}

private struct SquaredDeviation: LaneFunction {
  let centre: Float

  @inline(__always)
  func callAsFunction(_ lanes: Lanes) -> Lanes { (lanes - centre) * (lanes - centre) }
}

private struct ShiftedExponential: LaneFunction {
  let offset: Float

  @inline(__always)
  func callAsFunction(_ lanes: Lanes) -> Lanes { (lanes - offset).exponential }
}

private struct QuickGELU: LaneFunction {
  @inline(__always)
  func callAsFunction(_ lanes: Lanes) -> Lanes { lanes / (1 + (lanes * -1.702).exponential) }
}

private struct GELU: LaneFunction {
  @inline(__always)
  func callAsFunction(_ lanes: Lanes) -> Lanes {
    (lanes * 0.5) * (1 + (lanes * 0.707_106_78).errorFunction)
  }
}

extension SIMD16<Float> {
  /// eˣ of each value, within 2 units in the last place; values are held to [−87.3, 88.3].
  ///
  /// x = n·ln 2 + r with |r| ≤ ½ ln 2; eʳ by a polynomial of degree 6 with the coefficients of Cephes'
  /// `expf`; 2ⁿ by writing n into the exponent. NaN stays NaN.
  @inline(__always)
  fileprivate var exponential: Self {
    let held = held(from: -87.3, to: 88.3)
    // Adding 1.5·2²³ rounds to the nearest integer and leaves it in the low bits.
    let shifted = Self(repeating: 12_582_912).addingProduct(held, 1.442_695_04)
    let exponent = shifted - 12_582_912
    // ln 2 in two parts, so that the first product is exact.
    let remainder = held.addingProduct(exponent, -0.693_359_375)
      .addingProduct(exponent, 2.121_944_4e-4)
    var polynomial = Self(repeating: 1.398_199_950_7e-3).addingProduct(
      remainder, 1.987_569_15e-4)
    polynomial = Self(repeating: 8.333_451_907_3e-3).addingProduct(polynomial, remainder)
    polynomial = Self(repeating: 4.166_579_589_4e-2).addingProduct(polynomial, remainder)
    polynomial = Self(repeating: 1.666_666_545_9e-1).addingProduct(polynomial, remainder)
    polynomial = Self(repeating: 5.000_000_120_1e-1).addingProduct(polynomial, remainder)
    polynomial = (remainder + 1).addingProduct(polynomial, remainder * remainder)
    let power = unsafe unsafeBitCast(
      (unsafe unsafeBitCast(shifted, to: SIMD16<UInt32>.self) &+ 127) &<< 23, to: Self.self)
    return polynomial * power
  }

  /// The error function of each value, within 3·10⁻⁷.
  ///
  /// A rational approximation x·P(x²)/Q(x²) on [−4, 4], beyond which Float32 knows no difference from
  /// ±1, with the coefficients of Eigen's `erf` for Float32.
  @inline(__always)
  fileprivate var errorFunction: Self {
    let held = held(from: -4, to: 4)
    let square = held * held
    var numerator = square * -2.726_142_258_013_06e-10 + 2.770_681_424_959_02e-8
    numerator = numerator * square - 2.101_024_020_825_08e-6
    numerator = numerator * square - 5.692_506_394_623_46e-5
    numerator = numerator * square - 7.349_906_303_268_55e-4
    numerator = numerator * square - 2.954_599_808_540_25e-3
    numerator = numerator * square - 1.609_603_332_624_15e-2
    var denominator = square * -1.456_607_184_649_96e-5 - 2.133_740_552_789_05e-4
    denominator = denominator * square - 1.682_826_974_382_03e-3
    denominator = denominator * square - 7.373_329_167_204_68e-3
    denominator = denominator * square - 1.426_473_905_141_89e-2
    return held * numerator / denominator
  }

  /// The values, none below `lower` and none above `upper`; NaN stays NaN.
  @inline(__always)
  private func held(from lower: Float, to upper: Float) -> Self {
    let raised = replacing(with: lower, where: self .< Self(repeating: lower))
    return raised.replacing(with: upper, where: raised .> Self(repeating: upper))
  }
}

extension Span<Float> {
  /// The sixteen values from `index` on.
  ///
  /// Checked in debug builds only: callers run over whole vectors of a range they have checked.
  @inline(__always)
  fileprivate func lanes(at index: Int) -> Lanes {
    assert(index >= 0 && index + Lanes.scalarCount <= count)
    return unsafe bytes.unsafeLoadUnaligned(
      fromByteOffset: index * MemoryLayout<Float>.stride, as: Lanes.self)
  }

  /// The values of a range shorter than a vector, and `padding` behind them.
  @inline(__always)
  fileprivate func rest(in range: Range<Int>, padding: Float) -> Lanes {
    var rest = Lanes(repeating: padding)
    for lane in 0..<range.count { rest[lane] = self[range.lowerBound + lane] }
    return rest
  }

  /// The sum of a term of each value, in sixteen running sums.
  ///
  /// The compiler keeps the order of Float32 sums, so a plain loop adds one value at a time; sixteen
  /// running sums are both faster and closer to the true one. `padding` must have the term zero.
  @inline(__always)
  fileprivate func sum(
    in range: Range<Int>, padding: Float = 0, of term: some LaneFunction
  ) -> Float {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    var sums = Lanes.zero
    var index = range.lowerBound
    while index + Lanes.scalarCount <= range.upperBound {
      sums += term(lanes(at: index))
      index += Lanes.scalarCount
    }
    if index < range.upperBound {
      sums += term(rest(in: index..<range.upperBound, padding: padding))
    }
    return sums.sum()
  }
}

extension MutableSpan<Float> {
  /// Replaces the sixteen values from `index` on.
  @inline(__always)
  fileprivate mutating func setLanes(_ lanes: Lanes, at index: Int) {
    assert(index >= 0 && index + Lanes.scalarCount <= count)
    unsafe withUnsafeMutableBufferPointer { buffer in
      unsafe UnsafeMutableRawBufferPointer(buffer).storeBytes(
        of: lanes, toByteOffset: index * MemoryLayout<Float>.stride, as: Lanes.self)
    }
  }

  /// Replaces every value of a range by a function of it and gives sixteen partial sums of the results.
  ///
  /// The rest that fills no vector goes through the same arithmetic, so that a value does not depend
  /// on where it lies.
  @inline(__always)
  fileprivate mutating func transform(
    in range: Range<Int>, by function: some LaneFunction
  ) -> Lanes {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    var sums = Lanes.zero
    var index = range.lowerBound
    while index + Lanes.scalarCount <= range.upperBound {
      let results = function(span.lanes(at: index))
      setLanes(results, at: index)
      sums += results
      index += Lanes.scalarCount
    }
    guard index < range.upperBound else { return sums }
    let results = function(span.rest(in: index..<range.upperBound, padding: 0))
    for lane in 0..<(range.upperBound - index) {
      self[index + lane] = results[lane]
      sums[lane] += results[lane]
    }
    return sums
  }

  /// The largest value of a range that is not empty.
  @inline(__always)
  fileprivate func maximum(in range: Range<Int>) -> Float {
    precondition(range.lowerBound >= 0 && range.upperBound <= count && !range.isEmpty)
    var largest = Lanes(repeating: self[range.lowerBound])
    var index = range.lowerBound
    while index + Lanes.scalarCount <= range.upperBound {
      let next = span.lanes(at: index)
      largest = largest.replacing(with: next, where: next .> largest)
      index += Lanes.scalarCount
    }
    if index < range.upperBound {
      let next = span.rest(in: index..<range.upperBound, padding: largest[0])
      largest = largest.replacing(with: next, where: next .> largest)
    }
    return largest.max()
  }
}
