import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing

@testable import CLIP

@Suite("RandomModel")
struct RandomModelTests {
  private let folder: TemporaryFolder
  private let multiplier = OpenBLASMultiplier()

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Small, with enough of everything for statistics.
  private static func architecture(_ vision: CLIPArchitecture.Vision) -> CLIPArchitecture {
    CLIPArchitecture(
      vision: vision,
      text: CLIPArchitecture.Text(
        transformer: TransformerArchitecture(
          width: 128, blockCount: 6, headCount: 2, hiddenWidth: 512),
        contextLength: 16, vocabularySize: 60), embeddingWidth: 64)
  }

  private static let transformer = architecture(
    .transformer(
      VisionTransformerArchitecture(
        transformer: TransformerArchitecture(
          width: 192, blockCount: 12, headCount: 3, hiddenWidth: 768), patchSize: 8, gridSide: 10)))

  private static let resNet = architecture(
    .resNet(
      ModifiedResNetArchitecture(width: 16, blockCounts: [2, 3, 4, 2], gridSide: 3, headCount: 8)))

  private func model(_ random: RandomModel) throws -> CLIPModel {
    let file = folder.url.appending(path: "model.safetensors")
    try random.write(to: file)
    return try CLIPModel(source: CheckpointFile.open(file), multiplier: multiplier)
  }

  private func image(side: Int) -> Tensor {
    var random = SplitMix64(seed: 3)
    return Tensor(
      shape: [3, side, side], elements: random.floats(3 * side * side, in: -1.7...1.7))
  }

  @Test("is the same on every machine: a seed and a name decide a tensor")
  func determinism() throws {
    let random = RandomModel(Self.transformer, seed: 1)
    let tensor = random.tensor(named: "visual.proj")
    // From another implementation of the same rule.
    #expect(tensor.elements.prefix(3) == [0.045001984, -0.033449173, 0.05395317])
    #expect(
      RandomModel(Self.resNet, seed: 1).tensor(named: "ln_final.bias")
        == random.tensor(named: "ln_final.bias"), "whatever else the model has")
    #expect(
      RandomModel(Self.transformer, seed: 2).tensor(named: "visual.proj") != tensor)
    #expect(random.tensor(named: "logit_scale").elements == [4.6052])
  }

  @Test("its numbers have the mean zero and the variance one")
  func moments() {
    var random = WeightRandom(seed: 9, name: "moments")
    let numbers = random.numbers(200_000).map(Double.init)
    let mean = numbers.reduce(0, +) / 200_000
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 200_000
    // Four standard errors of each.
    #expect(abs(mean) < 0.009, "\(mean)")
    #expect(abs(variance - 1) < 0.012, "\(variance)")
    #expect((numbers.map(abs).max() ?? 9) <= 3.5)
  }

  @Test(
    "a written file holds the architecture in the format asked for",
    arguments: [TensorDataType.float32, .float16])
  func files(dataType: TensorDataType) throws {
    for architecture in [Self.transformer, Self.resNet] {
      let random = RandomModel(architecture, seed: 4)
      let file = folder.url.appending(path: "random.safetensors")
      var steps: [Int] = []
      try random.write(to: file, as: dataType) { done, count in
        steps.append(done)
        #expect(count == architecture.tensorShapes.count)
      }
      #expect(steps == Array(0...architecture.tensorShapes.count))
      let source = try SafetensorsFile(contentsOf: file)
      #expect(try CLIPArchitecture(of: source) == architecture)
      #expect(source.descriptions.values.allSatisfy { $0.dataType == dataType })
      for name in ["visual.conv1.weight", "positional_embedding"] {
        let exact = random.tensor(named: name).elements
        #expect(
          try source.tensor(named: name).elements
            == (dataType == .float16 ? exact.map { Float(Float16($0)) } : exact))
      }
    }
  }

  @Test(
    "answers stay near one through all blocks, with and without outliers", arguments: [false, true])
  func magnitudes(hasOutliers: Bool) throws {
    for (architecture, side) in [(Self.transformer, 80), (Self.resNet, 96)] {
      let model = try model(
        RandomModel(architecture, seed: 5, plantingOutliers: hasOutliers))
      let tokens = try model.vision.imageTokens(
        for: image(side: side), under: [.original, .surgery()])
      let text = try model.text.features(of: [[58, 4, 9, 59], [58, 17, 59]])
      for (name, tensor) in zip(["original", "surgery", "text"], tokens + [text]) {
        let power = tensor.elements.reduce(0) { $0 + $1 * $1 } / Float(tensor.count)
        #expect((0.02...50).contains(power), "\(name), \(architecture.vision): \(power)")
        let rows = (0..<tensor.shape[0]).map { tensor[$0].elements }
        let spread = zip(rows[1], rows[tensor.shape[0] == 2 ? 0 : 2]).map { abs($0 - $1) }.max()
        #expect((spread ?? 0) > 0.01, "\(name): tokens differ")
      }
    }
  }

  @Test("planted outliers are a few large channels and a few large tokens, and end there")
  func outliers() throws {
    let model = try model(RandomModel(Self.transformer, seed: 6, plantingOutliers: true))
    let tower = try #require(model.vision as? VisionTransformer)
    var stream = tower.inputNormalisation(
      tower.embedding(image(side: 80), using: multiplier))
    for block in tower.blocks {
      let qkv = block.queryKeyValue(of: stream, using: multiplier)
      block.advance(
        &stream, in: qkv, over: [qkv.span(asking: 0..<qkv.tokenCount)], using: multiplier)
    }
    let (rows, width) = (stream.shape[0], stream.shape[1])
    func rootMeanSquare(_ values: [Float]) -> Float {
      (values.reduce(0) { $0 + $1 * $1 } / Float(values.count)).squareRoot()
    }
    let channels = (0..<width).map { channel in
      rootMeanSquare((0..<rows).map { stream.elements[$0 * width + channel] })
    }.sorted()
    let largeChannels = channels.filter { $0 > 20 * channels[width / 2] }
    #expect(largeChannels.count == PlantedOutliers.channelCount, "\(channels.suffix(6))")
    let tokens = (0..<rows).map { rootMeanSquare(stream[$0].elements) }.sorted()
    let largeTokens = tokens.filter { $0 > 3 * tokens[rows / 2] }
    #expect(largeTokens.count == 2, "\(tokens.suffix(8)), median \(tokens[rows / 2])")
  }
}
