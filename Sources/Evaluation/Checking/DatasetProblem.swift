/// One thing that is wrong with a data set.
public struct DatasetProblem: Sendable, Equatable {
  /// What sort of thing is wrong.
  public enum Kind: String, Sendable, CaseIterable {
    /// The folders or the list of samples are not what they should be, so that no file was read.
    case layout

    /// There is another number of images than was published.
    case imageCount = "image-count"

    /// An image is missing.
    case missingImage = "missing-image"

    /// A label map is missing.
    case missingLabel = "missing-label"

    /// Label maps belong to no image.
    case labelWithoutImage = "label-without-image"

    /// An image cannot be read.
    case unreadableImage = "unreadable-image"

    /// A label map cannot be read, or is none.
    case unreadableLabel = "unreadable-label"

    /// An image and its label map have different sizes.
    case sizesDiffer = "sizes-differ"

    /// A label map holds values that the label table does not know.
    case unknownLabels = "unknown-labels"

    /// Converted labels say something else than the raw ones beside them.
    case conversionDiffers = "conversion-differs"

    /// Converted labels say something else than the raw ones beside them, which is to be expected: they
    /// were made from a corrected edition.
    case editionsDiffer = "editions-differ"

    /// Whether it is nothing wrong, only worth knowing.
    public var isRemark: Bool { self == .editionsDiffer }
  }

  /// The sort.
  public let kind: Kind

  /// The id of the sample; `nil` where the problem is not that of one sample.
  public let sample: String?

  /// What was found, what was expected and what to do, with the file's name.
  public let message: String

  /// Creates a problem.
  public init(_ kind: Kind, sample: String? = nil, message: String) {
    self.kind = kind
    self.sample = sample
    self.message = message
  }
}
