import OpenVocabulary
import Tensors
import Testing

@Suite struct ScoreMapTests {
  @Test func eachQueryReachesFromZeroToOne() throws {
    let similarity = Tensor(shape: [2, 2, 2], elements: [-1, 8, 0, 4, 3, 6, 1, 5])
    let map = try ScoreMap(of: similarity)
    #expect(map.scores.shape == [2, 2, 2])
    #expect(map.scores.elements == [0, 1, 0.25, 0, 1, 0.5, 0.5, 0.25])
  }

  @Test func aConstantQueryIsZeroEverywhere() throws {
    let map = try ScoreMap(of: Tensor(shape: [1, 2, 2], elements: [7, 1, 7, 2]))
    #expect(map.scores.elements == [0, 0, 0, 1])
  }

  @Test func resamplingIsBilinear() throws {
    let map = try ScoreMap(of: Tensor(shape: [1, 2, 1], elements: [0, 4]))
    let resampled = map.resampled(toHeight: 2, width: 4)
    #expect(resampled.shape == [2, 4, 1])
    #expect(resampled.elements == [0, 0.25, 0.75, 1, 0, 0.25, 0.75, 1])
  }

  @Test func oneQueryIsResampledAsAllAre() throws {
    let similarity = Tensor(
      shape: [3, 4, 2], elements: (0..<24).map { Float($0 * 7 % 11) - Float($0 % 2) })
    let map = try ScoreMap(of: similarity)
    let all = map.resampled(toHeight: 7, width: 9)
    for query in 0..<2 {
      #expect(
        map.resampled(query: query, toHeight: 7, width: 9)
          == stride(from: query, to: all.count, by: 2).map { all.elements[$0] })
    }
  }

  @Test(arguments: [Float.nan, .infinity, -.infinity])
  func aScoreThatIsNoNumberIsAnError(bad: Float) {
    let similarity = Tensor(shape: [2, 3, 2], elements: (0..<12).map { $0 == 9 ? bad : Float($0) })
    let error = #expect(throws: OpenVocabularyError.self) { try ScoreMap(of: similarity) }
    guard case .scoreNotFinite(let got, 1, 1, 1) = error, !got.isFinite else {
      Issue.record("got \(String(describing: error))")
      return
    }
  }
}
