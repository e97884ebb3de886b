import CLIP
import Checkpoints
import Tensors
import TestSupport
import Testing

@Suite("LayerObservation")
struct LayerObservationTests {
  private let tower: VisionTransformer
  private let image: Tensor
  private let network: PlainVisionTransformer
  private let plain: (blocks: [PlainVisionTransformer.BlockAnswer], tokens: [[Double]])

  init() throws {
    tower = try #require(try TinyCLIP.model().vision as? VisionTransformer)
    image = try TinyCLIP.expected().tensor(named: "native.image")
    network = try PlainVisionTransformer(TinyCLIP.checkpoint(), headCount: 2)
    plain = network.answers(of: image)
  }

  /// More regions than a head has features, so that they go in several parts.
  private static let regions: Tensor = {
    var random = SplitMix64(seed: 3)
    return Tensor(
      shape: [17, 19], elements: (0..<(17 * 19)).map { _ in Bool.random(using: &random) ? 1 : 0 })
  }()

  @Test("what each layer adds to the class token agrees with plain loops in float64")
  func outputs() throws {
    let observation = try tower.observation(of: image, attendingTo: Self.regions)
    func expect(_ tokens: Tensor, _ rows: [[Double]], _ name: String) {
      expectClose(tokens, Tensor(rows: rows), relative: 5e-6, name)
    }
    let attention = plain.blocks.map { $0.attention[0] }
    let feedForward = plain.blocks.map { $0.feedForward[0] }
    expect(observation.attention.tokens, attention, "attention")
    expect(observation.feedForward.tokens, feedForward, "feed-forward")
    expect(observation.attention.features, network.features(of: attention), "attention, features")
    expect(
      observation.feedForward.features, network.features(of: feedForward), "feed-forward, features")
    expect(observation.classToken, [plain.tokens[0]], "class token")
    expect(observation.classFeature, network.features(of: [plain.tokens[0]]), "class feature")
    let tokens = try tower.imageTokens(for: image, under: [.original])[0]
    expectClose(observation.classFeature, tokens.part(0..<1), relative: 1e-6, "imageTokens")
  }

  @Test("shares of attention are sums of rows of the plain matrices of attention")
  func shares() throws {
    let observation = try tower.observation(of: image, attendingTo: Self.regions)
    for (block, answer) in plain.blocks.enumerated() {
      for (shares, heads, name) in [
        (observation.queryKeyShares[block], answer.queryKey, "q·k"),
        (observation.valueValueShares[block], answer.valueValue, "v·v"),
      ] {
        let expected = (0..<17).map { query in
          (0..<19).map { region in
            heads.reduce(0.0) { sum, head in
              sum
                + (0..<17).reduce(0.0) {
                  $0 + head[query][$1] * Double(Self.regions.elements[$1 * 19 + region])
                }
            } / Double(heads.count)
          }
        }
        expectClose(shares, Tensor(rows: expected), relative: 2e-6, "\(name), block \(block + 1)")
      }
    }
  }

  @Test("all tokens together get all attention")
  func wholes() throws {
    let all = Tensor(shape: [17, 1], elements: [Float](repeating: 1, count: 17))
    let observation = try tower.observation(of: image, attendingTo: all)
    for shares in observation.queryKeyShares + observation.valueValueShares {
      #expect(shares.elements.allSatisfy { abs($0 - 1) < 1e-6 }, "\(shares)")
    }
  }
}

extension Tensor {
  /// Some rows of a matrix.
  fileprivate func part(_ rows: Range<Int>) -> Tensor {
    Tensor(
      shape: [rows.count, shape[1]],
      elements: Array(elements[(rows.lowerBound * shape[1])..<(rows.upperBound * shape[1])]))
  }
}
