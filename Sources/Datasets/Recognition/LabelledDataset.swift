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

  /// The ids of the images that were left out because they are not there, in the order of the list.
  public let missingImages: [String]

  /// What was done with images that show none of the classes.
  public internal(set) var unlabelledImages = UnlabelledImages.keep

  /// How many images were left out because they show none of the classes.
  public internal(set) var unlabelledImagesLeftOut = 0

  /// Creates a data set from its parts; images that show none of the classes are kept.
  ///
  /// - Parameters:
  ///   - name: The name of the benchmark.
  ///   - split: The part of the data set.
  ///   - classList: The classes.
  ///   - images: The images, in the order in which they are evaluated.
  ///   - missingImages: The ids of images that were left out because they are not there.
  /// - Precondition: every class that an image names is in the class list.
  public init(
    name: String, split: String?, classList: ClassList, images: [LabelledImage],
    missingImages: [String] = []
  ) {
    for image in images {
      precondition(
        [image.present, image.undecided].allSatisfy { ($0.last ?? 0) < classList.count },
        "\(image.id) shows a class that is not among \(classList.count)")
    }
    self.name = name
    self.split = split
    self.classList = classList
    self.images = images
    self.missingImages = missingImages
  }
}
