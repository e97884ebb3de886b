import Checkpoints
public import Foundation
import Tensors

/// A CLIP checkpoint of genuine architecture whose weights are set by hand, so that every stage has an
/// answer in closed form.
///
/// Parity tests show that we compute what the released code computes; the phantom shows that it means
/// what the paper says. ``PhantomScene`` holds the pictures and the answers.
///
/// # Axes
/// A token's 64 features are 32 *axes*: axis a with coefficient c is +c at feature 2a and −c at 2a + 1.
/// Whatever the coefficients, a token's mean is zero, and an axis is read as half the difference of its
/// features, which a rounded mean cannot disturb. Two axes are *ballast*: every position carries
/// R = 4096 on both, so a token's length is 2R to within 10⁻⁶, layer normalisation multiplies it by
/// 4/R, and a scale of R/4 makes every layer normalisation the identity. The rest of the network is
/// then linear but for softmax.
///
/// # Pictures
/// The four colours of ``PhantomColour`` have one *code* axis and one *answer* axis each. The patch
/// embedding sets the code of its patch's colour to 1: red, green and blue by their channel, black as
/// 1 − red − green − blue. In every one of the eight blocks, with S = 32 and one head:
/// - Q·Kᵀ is −S for two patches of one colour and 0 otherwise: a patch attends to the *complement* of
///   its colour, evenly. The class token has no code; it attends to everything, evenly.
/// - V·Vᵀ is +S for two patches of one colour and 0 otherwise: a patch attends to its *own* colour.
/// - The output projection writes, for each colour, the attended share onto that colour's answer axis.
/// - The MLP is zero.
///
/// Nothing reads answer axes but the last projection, which takes that of colour k to feature k. So
/// after eight blocks a patch of the original path answers 8 × the complement's mix of colours, and
/// after surgery from block d on (d − 1) × that + (9 − d) × its own colour; the class token answers
/// 8 × the picture's mix.
///
/// # Texts
/// A class's name is one token, made by a few byte-level merges, that carries the code of its colour.
/// The end-of-text token carries ¾ on the answer axis of the background, and in both text blocks
/// attends to tokens with a code, S = 32 against 0, and writes half of what it finds onto the answer
/// axes. Every prompt with a class's name in it, however long, so has the feature (e_class + ¾·e₀), at
/// unit length ⅘·e_class + ⅗·e₀: *one direction, e₀, is common to all texts*, and the empty prompt is
/// that direction alone. It is also the direction of background patches, which therefore light up in
/// the map of every class until feature surgery takes the common part away.
public struct PhantomCheckpoint: Sendable {
  /// The names of the classes, in the order of class numbers from 0.
  public static let classNames = PhantomColour.classes.map(\.name)

  /// The side of a patch in pixels.
  public static let patchSize = 8

  /// The side in pixels of the pictures that the position table is for; any other size answers alike.
  public static let imageSide = 64

  /// The number of blocks of the image encoder.
  public static let blockCount = 8

  /// The number of features that images and texts share; feature k is colour k's, the rest are zero.
  public static let embeddingWidth = 8

  /// S: how much more a patch attends to what its attention prefers, as a difference of scores.
  public static let sharpness = 32.0

  /// The checkpoint.
  public let file: URL

  /// The merges that make the vocabulary, beside the checkpoint.
  public let vocabularyFile: URL

  /// The token of each class's name.
  public let classTokens: [Int]

  /// The token before every text.
  public let startOfText: Int

  /// The token behind every text.
  public let endOfText: Int

  /// Writes `model.safetensors` and `merges.txt` into a folder.
  public init(in folder: URL) throws {
    let vocabulary = PhantomVocabulary(words: Self.classNames)
    file = folder.appending(path: "model.safetensors")
    vocabularyFile = folder.appending(path: "merges.txt")
    classTokens = vocabulary.wordTokens
    startOfText = vocabulary.size - 2
    endOfText = vocabulary.size - 1
    try vocabulary.text.write(to: vocabularyFile, atomically: true, encoding: .utf8)
    let tensors =
      Self.visionTensors() + Self.textTensors(for: vocabulary)
      + [("logit_scale", Tensor(shape: [], elements: [4.6052]))]
    try SafetensorsWriter.write(tensors.map { ($0.name, .float32($0.tensor)) }, to: file)
  }
}
