import RealModule
import TestSupport
import Testing

@testable import Tensors

@Suite("Bilinear resampling")
struct BilinearTests {
  @Test("doubling a row follows align_corners = false")
  func doubling() {
    // PyTorch: interpolate([0, 1], size 4) = [0, 0.25, 0.75, 1].
    let row = Tensor(shape: [1, 2, 1], elements: [0, 1])
    #expect(row.resampledBilinearly(toHeight: 1, width: 4).elements == [0, 0.25, 0.75, 1])
  }

  @Test("the same size is the same picture")
  func identity() {
    var generator = SplitMix64(seed: 1)
    let picture = Tensor(shape: [5, 7, 3], elements: generator.floats(105))
    #expect(picture.resampledBilinearly(toHeight: 5, width: 7) == picture)
  }

  @Test("equals a Double reference at any size", arguments: UInt64(0)..<12)
  func matchesReference(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let sides = (0..<4).map { _ in Int.random(in: 1...23, using: &generator) }
    let picture = Tensor(
      shape: [sides[0], sides[1], 2], elements: generator.floats(sides[0] * sides[1] * 2))
    func position(_ output: Int, _ inputs: Int, _ outputs: Int) -> (Int, Int, Double) {
      let centre = max(0, Double(inputs) / Double(outputs) * (Double(output) + 0.5) - 0.5)
      let lower = min(Int(centre), inputs - 1)
      return (lower, min(lower + 1, inputs - 1), centre - Double(lower))
    }
    var expected: [Float] = []
    for y in 0..<sides[2] {
      let (top, bottom, down) = position(y, sides[0], sides[2])
      for x in 0..<sides[3] {
        let (left, right, across) = position(x, sides[1], sides[3])
        for channel in 0..<2 {
          func value(_ row: Int, _ column: Int) -> Double {
            Double(picture.elements[(row * sides[1] + column) * 2 + channel])
          }
          let upper = value(top, left) * (1 - across) + value(top, right) * across
          let lower = value(bottom, left) * (1 - across) + value(bottom, right) * across
          expected.append(Float(upper * (1 - down) + lower * down))
        }
      }
    }
    expectClose(
      picture.resampledBilinearly(toHeight: sides[2], width: sides[3]),
      Tensor(shape: [sides[2], sides[3], 2], elements: expected), relative: 2e-6,
      "bilinear \(sides), seed \(seed)")
  }

  @Test("unit rows have length one, and zeros stay zero")
  func unitRows() {
    let rows = Tensor(shape: [2, 2], elements: [3, 4, 0, 0]).unitRows()
    #expect(rows.elements[0].isApproximatelyEqual(to: 0.6))
    #expect(rows.elements[1].isApproximatelyEqual(to: 0.8))
    #expect(rows.elements[2...] == [0, 0])
  }
}
