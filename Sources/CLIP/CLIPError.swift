public import Foundation

/// What can be wrong with a CLIP checkpoint or with what a model is asked to do.
public enum CLIPError: Error, Equatable, Sendable {
  /// The checkpoint's tensors are not those of the architecture that their shapes tell; all
  /// differences at once, by name.
  case tensorsDisagree(file: URL, differences: [TensorDifference])

  /// The tensors' names follow no known scheme; `got` gives the first few.
  case unknownNames(file: URL, got: [String])

  /// The checkpoint's image encoder is of a kind that is not implemented.
  case unsupportedVisionTower(file: URL, got: String)

  /// The number of attention heads cannot be told from a width, or does not divide it.
  case headsDoNotFit(file: URL, tower: String, got: Int?, width: Int)

  /// A configuration file beside the checkpoint is no JSON object, or cannot be read.
  case unreadableConfiguration(file: URL)

  /// A configuration file beside the checkpoint asks for what is not implemented, or for nonsense.
  case unsupportedSetting(file: URL, key: String, got: String, expected: String)

  /// A configuration file beside the checkpoint says otherwise than the tensors' shapes.
  case configurationDisagrees(file: URL, key: String, got: Int, expected: Int)

  /// Nothing tells which activation a tower has.
  case activationUnknown(file: URL, tower: String, reason: String)

  /// No architecture has that name.
  case unknownArchitecture(got: String, known: [String])

  /// An image's sides are not multiples of the patch size.
  case sidesNotDivisible(height: Int, width: Int, patchSize: Int)

  /// An image's sides are not multiples of the factor by which a ModifiedResNet reduces them.
  case sidesNotReducible(height: Int, width: Int, factor: Int)

  /// The first surgical block lies outside the tower.
  case firstBlockOutside(got: Int, expected: ClosedRange<Int>)

  /// A surgery of blocks is stated for a ModifiedResNet, which has no blocks with attention.
  case noBlocks(got: BlockSurgery)

  /// The layers of a ModifiedResNet are asked for, which has no blocks with attention and MLPs.
  case noLayers

  /// A surgery of the attention pool is stated for a vision transformer, which has none.
  case noAttentionPool(got: ResNetSurgery)

  /// A text has more tokens than the model has positions.
  case textTooLong(got: Int, expected: Int)

  /// A token lies outside the model's vocabulary, which holds `expected` tokens.
  case unknownToken(got: Int, expected: Int)
}
