import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing

@testable import Evaluation

@Suite("Outputs of a model as its publishers run it")
struct PublishedModelTests {
  @Test("The features of a text are those of the reference", .requiresSharedData)
  func textFeature() throws {
    let expected = try SafetensorsFile(
      contentsOf: SharedData.url("golden/vit-tiny/expected.safetensors")
    ).tensor(named: "text.features")
    let labels = try JSONDecoder().decode(
      Labels.self, from: SharedData.data("golden/vit-tiny/expected.json")
    ).labels
    let model = try PublishedModel(
      at: SharedData.url("golden/vit-tiny/model.safetensors"),
      vocabulary: SharedData.url("data/bpe_simple_vocab_16e6.txt.gz"),
      multiplier: OpenBLASMultiplier())
    let width = expected.shape[1]
    for (index, label) in labels.enumerated() {
      let values = expected.elements[index * width..<(index + 1) * width].map(Double.init)
      let comparison = try model.comparison(
        with: PublishedOutputs.TextFeature(
          text: "a photo of a \(label).", leading: Array(values.prefix(20)),
          trailing: Array(values.suffix(17))))
      #expect(comparison.count == 37)
      // A thousandth of what is allowed against numbers in half precision.
      #expect(
        comparison.largestExcess < 1e-3,
        "\(label): \(comparison.largestExcess), \(comparison.worst)")
    }
  }

  private struct Labels: Decodable {
    let labels: [String]
  }

  @Test("What was published has as many probabilities as texts, and they add up to one")
  func table() {
    for published in PublishedOutputs.all {
      let classification = published.classification
      #expect(classification.texts.count == classification.probabilities.count)
      #expect(abs(classification.probabilities.reduce(0, +) - 1) < 1e-6)
      #expect(KnownCheckpoint.named(published.checkpoint) != nil)
    }
  }

  @Test("The picture that was published is the one that is known", .requiresSharedData)
  func picture() throws {
    let published = try #require(PublishedOutputs.of("ViT-B/32"))
    let hash = try ContentHash(ofFile: SharedData.url("golden/published/CLIP.png"))
    #expect(published.classification.pictureHash == hash)
  }
}
