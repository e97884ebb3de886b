import OpenVocabulary
import Tensors
import Testing

@Suite struct TokenNormalisationTests {
  private let tokens = Tensor(shape: [2, 3], elements: [3, 0, 4, 0, 0, 3])

  @Test func featuresGivesEachTokenUnitLength() {
    let normalised = TokenNormalisation.features.normalised(tokens)
    expect(normalised, [0.6, 0, 0.8, 0, 0, 1])
  }

  @Test func tokensGivesEachFeatureUnitLengthOverTheTokens() {
    let normalised = TokenNormalisation.tokens.normalised(tokens)
    expect(normalised, [1, 0, 0.8, 0, 0, 0.6])
  }

  private func expect(
    _ tensor: Tensor, _ expected: [Float], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(tensor.shape == [2, 3], sourceLocation: sourceLocation)
    for (index, pair) in zip(tensor.elements, expected).enumerated() {
      #expect(
        abs(pair.0 - pair.1) < 1e-6, "element \(index): \(pair.0), expected \(pair.1)",
        sourceLocation: sourceLocation)
    }
  }
}
