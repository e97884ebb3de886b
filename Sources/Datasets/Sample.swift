public import Foundation

/// One image of a data set and its ground truth, as files; nothing is decoded yet.
public struct Sample: Sendable, Hashable {
  /// The name of the sample within its data set: its path under the folder of images, without the
  /// suffix, for example `2007_000033` or `aachen/aachen_000000_000019`.
  public let id: String

  /// Where the image lies or, in a data set read without images, would lie.
  public let image: URL

  /// The file of labels that is read.
  public let labelFile: LabelFile

  /// The file that was converted from ``labelFile`` and stands beside it, where there is one.
  ///
  /// It is not read; a check compares the two.
  public let convertedLabelFile: LabelFile?

  /// Creates a sample; nothing is looked up.
  public init(
    id: String, image: URL, labelFile: LabelFile, convertedLabelFile: LabelFile? = nil
  ) {
    self.id = id
    self.image = image
    self.labelFile = labelFile
    self.convertedLabelFile = convertedLabelFile
  }

  /// Creates a sample whose labels are an index PNG; nothing is looked up.
  public init(id: String, image: URL, label: URL, labelEncoding: LabelEncoding = .raw) {
    self.init(id: id, image: image, labelFile: LabelFile(label, encoding: labelEncoding))
  }

  /// Where the file of labels lies.
  public var label: URL { labelFile.url }

  /// What the values of the file of labels are.
  public var labelEncoding: LabelEncoding { labelFile.encoding }
}
