import CLIP
import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing

/// The two towers mean what the paper says, where weights set by hand make every answer known.
@Suite("Phantom checkpoint")
struct PhantomTests {
  private let folder: TemporaryFolder
  private let phantom: PhantomCheckpoint
  private let model: CLIPModel

  init() throws {
    folder = try TemporaryFolder()
    phantom = try PhantomCheckpoint(in: folder.url)
    model = try CLIPModel(
      source: SafetensorsFile(contentsOf: phantom.file), multiplier: OpenBLASMultiplier())
  }

  /// Bands, and a picture of another size and shape whose patches are drawn at random.
  private static var scenes: [PhantomScene] {
    var random = SplitMix64(seed: 5)
    return [
      .bands,
      PhantomScene(
        rows: 12, columns: 18,
        cells: (0..<216).map { _ in PhantomColour.allCases[Int.random(in: 0..<4, using: &random)] }),
    ]
  }

  private func cosine(_ token: Tensor, _ text: [Double]) -> Double {
    let token = token.elements.map { Double($0) }
    let length = token.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return zip(token, text).reduce(0) { $0 + $1.0 * $1.1 } / length
  }

  @Test("tokens have their closed form for every first surgical block", arguments: [0, 1])
  func tokens(scene index: Int) throws {
    let scene = Self.scenes[index]
    let blocks = Array(1...PhantomCheckpoint.blockCount)
    let tokens = try model.vision.imageTokens(
      for: scene.normalisedPixels,
      under: [.original, .surgery()] + blocks.map { .surgery(blocks: BlockSurgery(.from($0))) })
    for (tokens, firstBlock) in zip(tokens, [nil, 3] + blocks.map { Optional($0) }) {
      // Sums over a patch in Float32 leave 10⁻⁶ of an absent colour in a code, which S = 32 multiplies.
      expectClose(
        tokens, scene.tokens(firstBlock: firstBlock), relative: 5e-5,
        "scene \(index), first surgical block \(firstBlock.map(String.init) ?? "none")")
    }
  }

  @Test("CLIP's map of a class is the opposite of its mask, architecture surgery's is the mask")
  func maps() throws {
    for scene in Self.scenes {
      let tokens = try model.vision.imageTokens(
        for: scene.normalisedPixels, under: [.original, .surgery()])
      for colour in PhantomColour.classes {
        let text = PhantomScene.textFeature(of: colour)
        let maps = tokens.map { tokens in
          scene.cells.indices.map { cosine(tokens[1 + $0], text) }
        }
        func values(_ map: [Double], where included: (PhantomColour) -> Bool) -> [Double] {
          zip(map, scene.cells).filter { included($0.1) }.map(\.0)
        }
        let inside = maps.map { map in values(map) { $0 == colour } }
        let outside = maps.map { map in values(map) { $0 != colour } }
        #expect(try #require(inside[0].max()) < #require(outside[0].min()), "CLIP, \(colour)")
        #expect(try #require(inside[1].min()) > #require(outside[1].max()), "surgery, \(colour)")
      }
    }
  }

  @Test("the argmax over classes is never right for CLIP and always right after surgery")
  func argmax() throws {
    for scene in Self.scenes {
      let tokens = try model.vision.imageTokens(
        for: scene.normalisedPixels, under: [.original, .surgery()])
      for (cell, colour) in scene.cells.enumerated() where colour != .background {
        let best = tokens.map { tokens in
          PhantomColour.classes.max {
            cosine(tokens[1 + cell], PhantomScene.textFeature(of: $0))
              < cosine(tokens[1 + cell], PhantomScene.textFeature(of: $1))
          }
        }
        #expect(best[0] != colour, "cell \(cell)")
        #expect(best[1] == colour, "cell \(cell)")
      }
    }
  }

  @Test("each class's name is one token")
  func vocabulary() throws {
    let vocabulary = try BytePairVocabulary(contentsOf: phantom.vocabularyFile)
    #expect(vocabulary.size == model.architecture.text.vocabularySize)
    #expect(vocabulary.startOfText == phantom.startOfText)
    #expect(vocabulary.endOfText == phantom.endOfText)
    let tokenizer = BytePairTokenizer(vocabulary: vocabulary)
    for (name, token) in zip(PhantomCheckpoint.classNames, phantom.classTokens) {
      #expect(tokenizer.encode(name) == [token])
    }
  }

  @Test(
    "every prompt of a class has one feature, class direction and common direction, however long",
    arguments: ["%", "a photo of a %.", "the % in a low resolution, embroidered photograph."])
  func textFeatures(template: String) throws {
    let tokenizer = BytePairTokenizer(
      vocabulary: try BytePairVocabulary(contentsOf: phantom.vocabularyFile))
    let features = try model.text.features(
      of: PhantomColour.classes.map {
        try tokenizer.tokens(of: template.replacing("%", with: $0.name), contextLength: 77)
      })
    let expected = PhantomColour.classes.flatMap { PhantomScene.textFeature(of: $0) }
    expectClose(
      features.unitRows(), Tensor(shape: [3, 8], elements: expected.map { Float($0) }),
      relative: 5e-6, template)
  }

  @Test("a prompt that names no class is the common direction alone")
  func commonDirection() throws {
    let feature = try model.text.features(of: [[phantom.startOfText, phantom.endOfText]])
    expectClose(
      feature.unitRows(), Tensor(shape: [1, 8], elements: [1] + [Float](repeating: 0, count: 7)),
      relative: 5e-6, "the empty prompt")
  }

  @Test("the common part is in every cosine, and only feature surgery takes it away")
  func commonPart() throws {
    let scene = PhantomScene.bands
    for patch in PhantomColour.allCases {
      let cosines = PhantomColour.classes.map { scene.cosine(of: patch, with: $0, firstBlock: 1) }
      let scores = scene.featureSurgeryScores(of: patch, firstBlock: 1)
      // With surgery in every block a patch answers its own colour alone.
      let expected =
        patch == .background
        ? [0.6, 0.6, 0.6] : PhantomColour.classes.map { $0 == patch ? 0.8 : 0 }
      let common = expected.reduce(0, +) / 3
      for index in 0..<3 {
        #expect(abs(cosines[index] - expected[index]) < 1e-9, "\(patch), class \(index)")
        #expect(abs(scores[index] - (expected[index] - common)) < 1e-9, "\(patch), class \(index)")
      }
    }
  }
}
