import CLIP
import Checkpoints
import Foundation
import OpenVocabulary
import Tensors
import TestSupport
import Testing

/// Tokenizer, text tower and ensemble together, from words to features.
@Suite(.requiresSharedData) struct GoldenTextTests {
  private struct Description: Decodable { let labels: [String] }

  @Test(arguments: ["vit-tiny", "rn-tiny"])
  func theEnsembleEqualsTheReference(model name: String) throws {
    let folder = "golden/\(name)"
    let multiplier = OpenBLASMultiplier()
    let model = try CLIPModel(
      source: SafetensorsFile(contentsOf: SharedData.url("\(folder)/model.safetensors")),
      multiplier: multiplier)
    let reference = try SafetensorsFile(
      contentsOf: SharedData.url("\(folder)/expected.safetensors"))
    let labels = try JSONDecoder().decode(
      Description.self, from: SharedData.data("\(folder)/expected.json")
    ).labels
    let templates = try PromptTemplates(
      contentsOf: SharedData.packageRoot.appending(path: "Datasets/templates/clip-surgery-85.txt"))
    let tokenizer = try BytePairTokenizer(
      vocabulary: SharedData.url("data/bpe_simple_vocab_16e6.txt.gz"), expectedSize: 49_408)
    let ensemble = TextEnsemble(templates: templates, tokenizer: tokenizer, encoder: model.text)

    let classes = try ClassList(name: "labels", texts: labels.map { [$0] })
    let classifier = try TextClassifier(classes, encodedBy: ensemble)
    expectClose(
      classifier.features, try reference.tensor(named: "text.ensemble"), relative: 5e-5,
      "\(name), text.ensemble")
    expectClose(
      try ensemble.redundantFeature(), try reference.tensor(named: "text.redundant"),
      relative: 5e-5, "\(name), text.redundant")
  }
}
