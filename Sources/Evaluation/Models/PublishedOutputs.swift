/// What others published of a checkpoint's outputs, by which the weights and everything that computes
/// with them can be tried.
public struct PublishedOutputs: Sendable, Equatable {
  /// A text's feature before it is brought to unit length, as far as it was published.
  public struct TextFeature: Sendable, Equatable {
    let text: String

    /// The first values.
    let leading: [Double]

    /// The last values.
    let trailing: [Double]
  }

  /// The probabilities of some texts for a picture: softmax over logit scale · cosines.
  public struct Classification: Sendable, Equatable {
    /// What the picture is called where it was published.
    let picture: String

    /// The SHA-256 of the picture's file.
    let pictureHash: ContentHash

    let texts: [String]
    let probabilities: [Double]
  }

  /// The name of the checkpoint that they were computed with.
  let checkpoint: String

  /// A text's feature.
  let textFeature: TextFeature

  /// A picture's classification.
  let classification: Classification

  /// The outputs that were published of a checkpoint, by its name.
  static func of(_ name: String) -> PublishedOutputs? {
    all.first { $0.checkpoint == name }
  }
}
