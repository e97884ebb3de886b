import TestSupport
import Testing

@testable import Tensors

@Suite("Matrix multiplier")
struct MatrixMultiplierTests {
  let multiplier = OpenBLASMultiplier()

  @Test("equals a Double reference in every layout", arguments: UInt64(0)..<24)
  func matchesReference(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let rows = Int.random(in: 1...19, using: &generator)
    let columns = Int.random(in: 1...19, using: &generator)
    let inner = Int.random(in: 1...40, using: &generator)
    let transposes = Bool.random(using: &generator)
    let accumulates = Bool.random(using: &generator)
    let scale = Float.random(in: -2...2, using: &generator)
    func layout(_ rows: Int, _ columns: Int) -> MatrixLayout {
      MatrixLayout(
        rows: rows, columns: columns, rowStride: columns + Int.random(in: 0...3, using: &generator),
        offset: Int.random(in: 0...5, using: &generator))
    }
    let leftLayout = layout(rows, inner)
    let rightLayout = transposes ? layout(columns, inner) : layout(inner, columns)
    let resultLayout = layout(rows, columns)
    let left = generator.floats(leftLayout.end)
    let right = generator.floats(rightLayout.end)
    let before = generator.floats(resultLayout.end)

    var expected = before
    for row in 0..<rows {
      for column in 0..<columns {
        let sum = (0..<inner).reduce(0.0) { sum, index in
          let a = left[leftLayout.offset + row * leftLayout.rowStride + index]
          let b =
            transposes
            ? right[rightLayout.offset + column * rightLayout.rowStride + index]
            : right[rightLayout.offset + index * rightLayout.rowStride + column]
          return sum + Double(a) * Double(b)
        }
        let position = resultLayout.offset + row * resultLayout.rowStride + column
        expected[position] =
          Float(Double(scale) * sum) + (accumulates ? before[position] : 0)
      }
    }

    var actual = before
    var span = actual.mutableSpan
    multiplier.multiply(
      left.span, leftLayout, by: right.span, rightLayout, transposingRight: transposes,
      scale: scale, into: &span, resultLayout, accumulating: accumulates)
    expectClose(
      Tensor(shape: [actual.count], elements: actual),
      Tensor(shape: [expected.count], elements: expected), relative: 1e-6,
      "[\(rows), \(inner)] · [\(inner), \(columns)], seed \(seed)")
  }

  @Test("a linear map adds its bias, and the residual when asked")
  func linear() {
    let linear = Linear(
      weight: Tensor(shape: [2, 3], elements: [1, 2, 3, 4, 5, 6]), bias: [10, 20])
    let rows = Tensor(shape: [1, 3], elements: [1, 0, -1])
    #expect(linear(rows, using: multiplier).elements == [8, 18])
    var residual = Tensor(shape: [1, 2], elements: [100, 200])
    linear.apply(to: rows, into: &residual, using: multiplier, accumulating: true)
    #expect(residual.elements == [108, 218])
  }

  @Test("a shape that does not fit is the caller's mistake")
  func trapsOnMismatch() async {
    await #expect(processExitsWith: .failure) {
      _ = OpenBLASMultiplier().product(
        of: Tensor(zeros: [2, 3]), and: Tensor(zeros: [2, 3]), transposingRight: false)
    }
  }

  @Test("names the library and its kernels")
  func name() {
    #expect(multiplier.name.hasPrefix("OpenBLAS 0."))
    #expect(multiplier.name.hasSuffix(OpenBLAS.coreName))
  }
}
