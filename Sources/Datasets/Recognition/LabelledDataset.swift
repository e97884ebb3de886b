public import OpenVocabulary

/// The part of a multi-label benchmark that is evaluated on.
public struct LabelledDataset: Sendable {
  /// The name of the benchmark, for example `nus-wide81`.
  public let name: String

  /// The part of the data set, for example `test`.
  public let split: String?

  /// The classes.
  public let classList: ClassList

  /// The images, in the order in which they are evaluated.
  public var images: [LabelledImage]

  /// Creates a data set from its parts.
  ///
  /// - Precondition: every class that an image names is in the class list.
  public init(name: String, split: String?, classList: ClassList, images: [LabelledImage]) {
    for image in images {
      precondition(
        (image.present + image.undecided).allSatisfy((0..<classList.count).contains),
        "\(image.id) shows a class that is not among \(classList.count)")
    }
    self.name = name
    self.split = split
    self.classList = classList
    self.images = images
  }
}
