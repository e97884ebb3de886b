import Foundation
import Tensors

extension CLIPError: CustomStringConvertible {
  /// What is wrong, what was expected, and what to do.
  public var description: String {
    switch self {
    case .tensorsDisagree(let file, let differences):
      """
      \(file.path(percentEncoded: false)): these tensors (\(differences.count)) are not those of the \
      architecture that the other tensors tell:
      \(differences.map { "  \($0)" }.joined(separator: "\n"))
      """
    case .unknownNames(let file, let got):
      """
      \(file.path(percentEncoded: false)): got tensors such as \
      \(got.map { "'\($0)'" }.joined(separator: ", ")), \
      expected OpenAI's names such as 'visual.conv1.weight'
      """
    case .unsupportedVisionTower(let file, let got):
      """
      \(file.path(percentEncoded: false)): the image encoder is \(got), \
      expected a vision transformer or a ModifiedResNet
      """
    case .headsDoNotFit(let file, let tower, nil, let width):
      """
      \(file.path(percentEncoded: false)): the \(tower) tower is \(width) wide, which does not tell its \
      number of attention heads (OpenAI's rule, one per 64, is for multiples of 64 up to 1024): \
      state it with model.heads
      """
    case .headsDoNotFit(let file, let tower, .some(let heads), let width):
      """
      \(file.path(percentEncoded: false)): got \(heads) heads for the \(tower) tower, \
      expected a number that divides its width of \(width)
      """
    case .unreadableConfiguration(let file):
      "\(file.path(percentEncoded: false)): cannot be read as a JSON object, as this file should be"
    case .unsupportedSetting(let file, let key, let got, let expected):
      "\(file.path(percentEncoded: false)): \(key) is \(got), expected \(expected)"
    case .configurationDisagrees(let file, let key, let got, let expected):
      """
      \(file.path(percentEncoded: false)): \(key) is \(got), but the checkpoint beside it has \
      \(expected): the two do not belong together
      """
    case .activationUnknown(let file, let tower, let reason):
      """
      \(file.path(percentEncoded: false)): nothing tells the activation of the \(tower) tower: \
      \(reason); state it, as model.activation or with --activation: \
      \(Activation.allCases.map(\.rawValue).joined(separator: " or "))
      """
    case .unknownArchitecture(let got, let known):
      "no architecture '\(got)' (known: \(known.joined(separator: ", ")))"
    case .sidesNotDivisible(let height, let width, let patchSize):
      """
      got an image of \(width) × \(height) pixels, expected sides that are multiples of the \
      model's patch size, \(patchSize)
      """
    case .sidesNotReducible(let height, let width, let factor):
      """
      got an image of \(width) × \(height) pixels, expected sides that are multiples of \(factor), \
      by which the model, a ModifiedResNet, reduces them
      """
    case .noBlocks(let got):
      """
      got \(got), which a ModifiedResNet cannot do: its only attention is its pool, which \
      `clip+architecture-surgery` and `surgery.resNet` change
      """
    case .noLayers:
      """
      the model is a ModifiedResNet, expected a vision transformer, whose blocks have attention and MLPs
      """
    case .noAttentionPool(let got):
      """
      got the surgery '\(got.rawValue)' of a ModifiedResNet, expected none: the model is a vision \
      transformer
      """
    case .firstBlockOutside(let got, let expected):
      """
      got \(got) as the first surgical block, expected one of the model's blocks, \
      \(expected.lowerBound) to \(expected.upperBound)
      """
    case .textTooLong(let got, let expected):
      "got a text of \(got) tokens, expected at most \(expected), the model's context length"
    case .unknownToken(let got, let expected):
      """
      got token \(got), expected one below \(expected), the size of the model's vocabulary: \
      the vocabulary file belongs to another model
      """
    }
  }
}
