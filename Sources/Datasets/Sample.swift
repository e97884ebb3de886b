public import Foundation

/// One image of a data set and its ground truth, as files; nothing is decoded yet.
public struct Sample: Sendable, Hashable {
  /// The name of the sample within its data set: its path under the folder of images, without the
  /// suffix, for example `2007_000033` or `aachen/aachen_000000_000019`.
  public let id: String

  /// Where the image lies or, in a data set read without images, would lie.
  public let image: URL

  /// Where the label map lies.
  public let label: URL

  /// What the values of the label map are.
  public let labelEncoding: LabelEncoding

  /// Creates a sample; nothing is looked up.
  public init(id: String, image: URL, label: URL, labelEncoding: LabelEncoding = .raw) {
    self.id = id
    self.image = image
    self.label = label
    self.labelEncoding = labelEncoding
  }
}
