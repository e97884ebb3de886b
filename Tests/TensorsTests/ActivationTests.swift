import Foundation
import TestSupport
import Testing

@testable import Tensors

@Suite("Activation")
struct ActivationTests {
  /// Values that cover the range where the functions bend, and both tails.
  static let inputs = stride(from: Float(-12), through: 12, by: 0.0137).map { $0 }

  @Test("QuickGELU equals x · σ(1.702·x)")
  func quickGELU() {
    var actual = Self.inputs
    Activation.quickGELU.apply(to: &actual)
    let expected = Self.inputs.map { Float(Double($0) / (1 + exp(-1.702 * Double($0)))) }
    expect(actual, equals: expected, within: 1e-6)
  }

  @Test("GELU equals x · Φ(x)")
  func gelu() {
    var actual = Self.inputs
    Activation.gelu.apply(to: &actual)
    let expected = Self.inputs.map {
      Float(0.5 * Double($0) * (1 + erf(Double($0) / 2.0.squareRoot())))
    }
    expect(actual, equals: expected, within: 2e-6)
  }

  @Test("a value does not depend on its place in the array", arguments: Activation.allCases)
  func placeDoesNotMatter(activation: Activation) {
    let value: Float = 0.734
    let results = (1...40).flatMap { count -> [Float] in
      var elements = [Float](repeating: value, count: count)
      activation.apply(to: &elements)
      return elements
    }
    #expect(Set(results).count == 1)
  }

  private func expect(_ actual: [Float], equals expected: [Float], within tolerance: Float) {
    let worst = zip(actual, expected).enumerated()
      .max { abs($0.element.0 - $0.element.1) < abs($1.element.0 - $1.element.1) }
    guard let worst else { return }
    let difference = abs(worst.element.0 - worst.element.1)
    #expect(
      difference <= tolerance,
      "largest difference \(difference) at x = \(Self.inputs[worst.offset])")
  }
}
