import CLIP
import Checkpoints
import Datasets
import Foundation
import Imaging
import Metrics
import OpenVocabulary
import Tensors
import TestSupport
import Testing

@testable import Evaluation

/// The layer diagnostics of random pictures beside plain loops in float64.
@Suite("LayerTask")
struct LayerTaskTests {
  private static let size = InputSize(height: 16, width: 16)

  private let folder: TemporaryFolder
  private let model: CLIPModel
  private let plain: PlainVisionTransformer
  private let texts: Tensor

  init() throws {
    folder = try TemporaryFolder()
    let checkpoint = try SafetensorsFile(
      contentsOf: SharedData.packageRoot.appending(
        path: "Tests/CLIPTests/Fixtures/tiny-clip.safetensors"))
    model = try CLIPModel(
      source: checkpoint, multiplier: OpenBLASMultiplier(), heads: HeadCounts(vision: 2, text: 2))
    plain = try PlainVisionTransformer(checkpoint, headCount: 2)
    var random = SplitMix64(seed: 21)
    texts = Tensor(shape: [4, 8], elements: random.floats(32, in: -1...1)).unitRows()
  }

  private func task(_ methods: [Method]) throws -> LayerTask {
    LayerTask(
      model: model, tower: try #require(model.vision as? VisionTransformer),
      classifier: TextClassifier(features: texts, classOfQuery: [0, 1, 1, 2]),
      redundantFeature: Tensor(shape: [1, 8], elements: Array(texts.elements.suffix(8))),
      ways: LayerWay.ways(of: methods), multiplier: OpenBLASMultiplier(), inputSize: Self.size,
      tokenNormalisation: .features,
      source: LabelMapRegions(table: .trainIDs(classCount: 3)), classCount: 3)
  }

  /// A picture whose left part is class 0, whose right part is class 2, and whose rows at the bottom are
  /// void.
  private func sample(width: Int, height: Int, seed: UInt64) throws -> (Sample, RGBImage, [Int]) {
    var random = SplitMix64(seed: seed)
    let image = RGBImage(
      width: width, height: height,
      samples: (0..<(3 * width * height)).map { _ in UInt8.random(in: 0...255, using: &random) })
    let labels = (0..<(width * height)).map { pixel in
      pixel / width >= height - 3 ? 255 : pixel % width * 5 < width * 2 ? 0 : 2
    }
    let map = LabelMap(width: width, height: height, labels: labels.map(UInt16.init))
    return (
      Sample(
        id: "a", image: try folder.write(image.pngData(), to: "\(seed).png"),
        label: try folder.write(map.pngData(), to: "\(seed)-labels.png")), image, labels
    )
  }

  @Test("an image's numbers agree with plain loops", arguments: [(37, 29), (16, 16), (61, 90)])
  func outcome(width: Int, height: Int) throws {
    let (sample, image, labels) = try sample(width: width, height: height, seed: UInt64(width))
    let outcome = try task([.clip, .clipSurgery]).outcome(for: sample)
    let input = model.input(of: image, at: Self.size)
    let (blocks, tokens) = plain.answers(of: input)

    func cosine(_ first: [Double], _ second: [Double]) -> Double {
      func product(_ a: [Double], _ b: [Double]) -> Double {
        zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
      }
      return product(first, second)
        / (product(first, first) * product(second, second)).squareRoot()
    }
    let feature = plain.features(of: [tokens[0]])[0]
    for (block, answer) in blocks.enumerated() {
      let expected: [LayerMeasure: Double] = [
        .attention: cosine(plain.features(of: [answer.attention[0]])[0], feature),
        .feedForward: cosine(plain.features(of: [answer.feedForward[0]])[0], feature),
        .attentionInStream: cosine(answer.attention[0], tokens[0]),
        .feedForwardInStream: cosine(answer.feedForward[0], tokens[0]),
      ]
      for (measure, expected) in expected {
        let got = try #require(outcome.cosines[measure]?[block] ?? nil)
        #expect(abs(got - expected) < 1e-5, "\(measure), block \(block + 1): \(got), \(expected)")
      }
    }

    #expect(outcome.pairs.map(\.classID) == [0, 2])
    for pair in outcome.pairs {
      let foreground = try #require(pair.foreground)
      let shown = Self.patches(of: pair.classID, labels, width: width, height: height)
      #expect(foreground.chance == Double(shown.count) / 16)
      for (block, answer) in blocks.enumerated() {
        for (got, heads) in [
          (foreground.queryKey[block], answer.queryKey),
          (foreground.valueValue[block], answer.valueValue),
        ] {
          var (own, all) = (0.0, 0.0)
          for head in heads {
            for query in shown {
              for key in 0..<16 {
                all += head[1 + query][1 + key]
                if shown.contains(key) { own += head[1 + query][1 + key] }
              }
            }
          }
          #expect(abs(got - own / all) < 1e-5, "block \(block + 1): \(got), \(own / all)")
        }
      }
      for (way, surgery) in [nil, PlainVisionTransformer.Surgery(firstBlock: 1)].enumerated() {
        let rows = plain.tokens(of: input, under: surgery).unitRows().elements.map { Double($0) }
        func map(_ query: Int) -> [Double] {
          let scores = (1...16).map { token in
            (0..<8).reduce(0.0) {
              $0 + rows[token * 8 + $1] * Double(texts.elements[query * 8 + $1])
            }
          }
          let (lowest, highest) = (scores.min() ?? 0, scores.max() ?? 0)
          return scores.map { ($0 - lowest) / (highest - lowest) }
        }
        let expected =
          zip(map(pair.classID == 0 ? 0 : 3), map(3)).reduce(0) { $0 + abs($1.0 - $1.1) } / 16
        #expect(
          abs(pair.distances[way] - expected) < 1e-5,
          "way \(way), class \(pair.classID): \(pair.distances[way]), \(expected)")
      }
    }
  }

  /// The patches at least half of whose known pixels are of a class, counted pixel by pixel.
  private static func patches(
    of classID: Int, _ labels: [Int], width: Int, height: Int
  ) -> [Int] {
    (0..<16).filter { patch in
      var (inside, known) = (0, 0)
      for pixel in labels.indices where labels[pixel] != 255 {
        let (x, y) = (Double(pixel % width) + 0.5, Double(pixel / width) + 0.5)
        let column = Int((x * 4 / Double(width)).rounded(.down))
        let row = Int((y * 4 / Double(height)).rounded(.down))
        guard row * 4 + column == patch else { continue }
        known += 1
        if labels[pixel] == classID { inside += 1 }
      }
      return inside > 0 && 2 * inside >= known
    }
  }

  @Test("an image that shows one class everywhere says nothing of attention")
  func uniformImage() throws {
    let image = RGBImage(width: 20, height: 20, samples: Array(repeating: 9, count: 1200))
    let sample = Sample(
      id: "a", image: try folder.write(image.pngData(), to: "a.png"),
      label: try folder.write(
        LabelMap(width: 20, height: 20, labels: Array(repeating: 1, count: 400)).pngData(),
        to: "a-labels.png"))
    let outcome = try task([.clip]).outcome(for: sample)
    #expect(outcome.pairs.map(\.classID) == [1])
    #expect(outcome.pairs.allSatisfy { $0.foreground == nil })
  }

  @Test("methods of one attention are one way, named for the method without feature surgery")
  func ways() {
    let deep = Method(
      name: "deep", attention: .surgery(blocks: BlockSurgery(.from(1))),
      featureSurgery: FeatureSurgery())
    #expect(
      LayerWay.ways(of: [.clipSurgery, .featureSurgery, .architectureSurgery, deep, .clip])
        == [
          LayerWay(name: "clip+architecture-surgery", attention: .surgery()),
          LayerWay(name: "clip", attention: .original),
          LayerWay(name: "deep without feature surgery", attention: deep.attention),
        ])
  }
}
