import Foundation
import TestSupport
import Testing

@testable import Tensors

@Suite("Softmax")
struct SoftmaxTests {
  @Test("equals a Double reference for every row length", arguments: [1, 2, 15, 16, 17, 33, 257])
  func matchesReference(columns: Int) {
    let seed = UInt64(columns)
    var generator = SplitMix64(seed: seed)
    let scores = generator.floats(3 * columns, in: -30...30)
    var actual = Tensor(shape: [3, columns], elements: scores)
    var span = actual.elements.mutableSpan
    Softmax.apply(toRowsOf: &span, MatrixLayout(rows: 3, columns: columns))
    let expected = (0..<3).flatMap { row -> [Float] in
      let values = scores[row * columns..<(row + 1) * columns].map(Double.init)
      let largest = values.max() ?? 0
      let powers = values.map { exp($0 - largest) }
      let sum = powers.reduce(0, +)
      return powers.map { Float($0 / sum) }
    }
    expectClose(
      actual, Tensor(shape: [3, columns], elements: expected), relative: 5e-7,
      "softmax of \(columns) columns, seed \(seed)")
  }

  @Test("reads and writes only the matrix that the layout names")
  func respectsLayout() {
    var elements = [Float](repeating: 7, count: 12)
    var span = elements.mutableSpan
    Softmax.apply(
      toRowsOf: &span, MatrixLayout(rows: 2, columns: 2, rowStride: 5, offset: 1))
    #expect(elements == [7, 0.5, 0.5, 7, 7, 7, 0.5, 0.5, 7, 7, 7, 7])
  }

  @Test("the sums complete the exponentials")
  func sumsCompleteExponentials() {
    var generator = SplitMix64(seed: 5)
    let scores = generator.floats(2 * 37, in: -9...9)
    let layout = MatrixLayout(rows: 2, columns: 37)
    var whole = scores
    var span = whole.mutableSpan
    Softmax.apply(toRowsOf: &span, layout)
    var parts = scores
    var sums: [Float] = [0, 0]
    var partsSpan = parts.mutableSpan
    Softmax.exponentiate(rowsOf: &partsSpan, layout, sums: &sums)
    let divided = parts.enumerated().map { $0.element / sums[$0.offset / 37] }
    expectClose(
      Tensor(shape: [2, 37], elements: divided), Tensor(shape: [2, 37], elements: whole),
      relative: 2e-7, "exponentials over sums")
  }

  @Test("is not a number where a score is not")
  func keepsNaN() {
    var elements: [Float] = [1, .nan, 3]
    var span = elements.mutableSpan
    Softmax.apply(toRowsOf: &span, MatrixLayout(rows: 1, columns: 3))
    #expect(elements.contains { $0.isNaN })
  }
}
