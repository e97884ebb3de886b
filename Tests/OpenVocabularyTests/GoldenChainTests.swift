import CLIP
import Checkpoints
import OpenVocabulary
import Tensors
import TestSupport
import Testing

/// All stages after one another, from pixels to maps, so that no seam between two of them is left out.
@Suite(.requiresSharedData) struct GoldenChainTests {
  private let multiplier = OpenBLASMultiplier()

  @Test(arguments: GoldenStageTests.cases)
  func everythingThatFollowsFromAnImage(_ test: GoldenStageTests.Case) throws {
    let folder = "golden/\(test.model)"
    let model = try CLIPModel(
      source: SafetensorsFile(contentsOf: SharedData.url("\(folder)/model.safetensors")),
      multiplier: multiplier)
    let reference = try SafetensorsFile(
      contentsOf: SharedData.url("\(folder)/expected.safetensors"))
    let texts = try reference.tensor(named: "text.ensemble")
    let classifier = TextClassifier(features: texts, classOfQuery: Array(0..<texts.shape[0]))
    let single = Tensor(
      shape: [1, texts.shape[1]],
      elements: Array(texts.elements[(4 * texts.shape[1])..<(5 * texts.shape[1])]))
    let redundant = try reference.tensor(named: "text.redundant")
    let images = try reference.tensor(named: "\(test.size).input")

    func expect(_ actual: Tensor, _ stage: String, image: Int) throws {
      let batch = try reference.tensor(named: "\(test.size).\(stage)")
      let count = batch.count / batch.shape[0]
      let expected = Tensor(
        shape: Array(batch.shape.dropFirst()),
        elements: Array(batch.elements[(image * count)..<((image + 1) * count)]))
      expectClose(
        actual, expected, relative: 5e-5, "\(test.testDescription), image \(image): \(stage)")
    }

    for number in 0..<images.shape[0] {
      let count = images.count / images.shape[0]
      let image = Tensor(
        shape: Array(images.shape.dropFirst()),
        elements: Array(images.elements[(number * count)..<((number + 1) * count)]))
      let tokens = try model.vision.imageTokens(for: image, under: [.surgery()])[0]
      try expect(tokens, "surgery.tokens", image: number)
      let unit = TokenNormalisation.features.normalised(tokens)
      let cosines = classifier.cosines(of: unit, using: multiplier)
      try expect(cosines, "cosine", image: number)
      let similarity = FeatureSurgery(.released).similarity(fromCosines: cosines)
      try expect(similarity, "similarity.labels", image: number)
      let alone = FeatureSurgery.similarity(
        of: unit, toEach: single, without: redundant, using: multiplier)
      try expect(alone, "similarity.single", image: number)
      let map = try ScoreMap(of: similarity.patchGrid(rows: test.grid, columns: test.grid))
      try expect(map.resampled(toHeight: 37, width: 53), "map", image: number)
    }
  }
}
