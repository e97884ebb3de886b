public import Checkpoints
import Foundation
public import Tensors

/// What can be told of a checkpoint without loading its weights: its architecture, and with reasons
/// what no tensor tells.
public struct CheckpointInspection: Sendable {
  /// The scheme of the file's own names.
  public let namingScheme: NamingScheme?

  /// The extents.
  public let architecture: CLIPArchitecture

  /// The number of heads of the image encoder, or of its attention pool.
  public let visionHeads: HeadChoice

  /// The number of heads of the text encoder.
  public let textHeads: HeadChoice

  /// The activations, or why they cannot be told.
  public let activations: Result<ActivationChoices, CLIPError>

  /// The statistics by which images are normalised.
  public let pixelStatistics: PixelStatisticsChoice

  /// The number of learned values; what batch normalisations gathered in training is none.
  public let parameterCount: Int

  /// How many of the weights are stored in each format.
  public let parameterCountByDataType: [TensorDataType: Int]

  /// Looks at a checkpoint's shapes, at the numbers beside its weights and at the files beside it.
  ///
  /// - Parameters:
  ///   - source: The checkpoint, by OpenAI's names.
  ///   - heads: The numbers of attention heads that are stated.
  ///   - activation: The activation of both towers, where it is stated.
  /// - Throws: ``CLIPError`` where the tensors are not those of a CLIP model or do not go with the files
  ///   beside them, `CheckpointError` where a number cannot be read.
  public init(
    of source: any TensorSource, heads: HeadCounts = HeadCounts(), activation: Activation? = nil
  ) throws {
    let extents = try CheckpointExtents(of: source)
    let configuration = try ModelConfiguration(beside: source)
    let choices = try extents.headChoices(stated: heads, configuration, in: source.file)
    architecture = try extents.checkedArchitecture(
      visionHeads: choices.vision.count, textHeads: choices.text.count, of: source)
    try architecture.checkNumbers(in: source)
    namingScheme = source.original.namingScheme
    visionHeads = choices.vision
    textHeads = choices.text
    let evidence = ActivationEvidence(
      source: source, configuration: configuration, extents: extents)
    activations = Result { () throws(CLIPError) in try evidence.choices(stated: activation) }
    pixelStatistics =
      configuration?.pixelStatistics
      ?? PixelStatisticsChoice(statistics: .openAI, reason: .openAI)

    var counts: [TensorDataType: Int] = [:]
    for (name, shape) in architecture.tensorShapes where !name.contains(".running_") {
      guard let description = source.descriptions[name] else { continue }
      counts[description.dataType, default: 0] += shape.reduce(1, *)
    }
    parameterCountByDataType = counts
    parameterCount = counts.values.reduce(0, +)
  }
}
