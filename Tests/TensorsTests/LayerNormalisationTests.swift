import TestSupport
import Testing

@testable import Tensors

@Suite("Layer normalisation")
struct LayerNormalisationTests {
  @Test("equals a Double reference", arguments: [1, 7, 16, 31, 64, 768], [Float(0), 50])
  func matchesReference(width: Int, offset: Float) {
    let seed = UInt64(width)
    var generator = SplitMix64(seed: seed)
    let scale = generator.floats(width)
    let shift = generator.floats(width)
    let rows = Tensor(shape: [4, width], elements: generator.floats(4 * width).map { $0 + offset })
    let expected = (0..<4).flatMap { row -> [Float] in
      let values = rows.elements[row * width..<(row + 1) * width].map(Double.init)
      let mean = values.reduce(0, +) / Double(width)
      let variance = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(width)
      return values.enumerated().map { column, value in
        Float(
          (value - mean) / (variance + 1e-5).squareRoot() * Double(scale[column])
            + Double(shift[column]))
      }
    }
    // A large common offset costs bits of the mean, in any Float32 code.
    expectClose(
      LayerNormalisation(scale: scale, shift: shift)(rows),
      Tensor(shape: [4, width], elements: expected), relative: offset == 0 ? 5e-7 : 2e-5,
      "layer norm of width \(width), offset \(offset), seed \(seed)")
  }
}
