public import Foundation
public import OpenVocabulary

/// Reads data of one's own: a folder of images and a folder of label maps with the same names.
///
/// An id is the path of an image under the folder of images without the suffix; its label map has
/// the same path under the folder of labels. A list file gives the samples and their order; without
/// one every image of the folder and of the folders in it is a sample, in the byte order of the ids,
/// and label maps without an image are counted and left out. Files and folders whose name begins
/// with a dot are no samples.
public struct FolderReader: DatasetReader {
  /// The suffixes that are tried where none is stated.
  public static let imageSuffixes = [".jpg", ".jpeg", ".png"]

  /// The name of the data set.
  public var name: String

  /// The folder of images.
  public var images: URL

  /// The folder of label maps.
  public var labels: URL

  /// How an image's file name ends after the id, or `nil` to look which of ``imageSuffixes`` there
  /// is.
  public var imageSuffix: String?

  /// How a label map's file name ends after the id.
  public var labelSuffix: String

  /// A text file of ids, one a line, or `nil` for every image of the folder.
  public var list: URL?

  /// The classes, in the order of the train ids.
  public var classList: ClassList

  /// The meanings of the raw labels, or `nil` where raw labels are train ids.
  public var labelMap: [LabelTable.Entry]?

  /// The raw labels of pixels that are not scored.
  public var ignoredLabels: [Int]

  /// The raw labels of pixels that show none of the classes: not scored, and yet outside of every class.
  public var backgroundLabels: [Int] = []

  /// Creates a reader; nothing is read yet.
  ///
  /// - Parameters:
  ///   - name: The name of the data set.
  ///   - images: The folder of images.
  ///   - labels: The folder of label maps.
  ///   - imageSuffix: How an image's file name ends after the id; by default it is looked up.
  ///   - labelSuffix: How a label map's file name ends after the id.
  ///   - list: A text file of ids, one a line.
  ///   - classList: The classes, in the order of the train ids.
  ///   - labelMap: The meanings of the raw labels; by default raw labels are train ids.
  ///   - ignoredLabels: The raw labels of pixels that are not scored.
  public init(
    name: String = "folder", images: URL, labels: URL, imageSuffix: String? = nil,
    labelSuffix: String = ".png", list: URL? = nil, classList: ClassList,
    labelMap: [LabelTable.Entry]? = nil, ignoredLabels: [Int] = []
  ) {
    self.name = name
    self.images = images
    self.labels = labels
    self.imageSuffix = imageSuffix
    self.labelSuffix = labelSuffix
    self.list = list
    self.classList = classList
    self.labelMap = labelMap
    self.ignoredLabels = ignoredLabels
  }

  /// Lists the samples in the order of the list, or in the byte order of their ids.
  ///
  /// - Parameter requirement: Which files have to be there.
  /// - Returns: The data set, with at least one sample.
  /// - Throws: ``DatasetError`` when the layout is not the expected one or a required file is
  ///   missing.
  public func read(requiring requirement: FileRequirement) throws(DatasetError) -> Dataset {
    let entries =
      labelMap ?? classList.names.indices.map { LabelTable.Entry(raw: $0, trainID: $0) }
    let table = try LabelTable(
      classCount: classList.count,
      entries: entries + ignoredLabels.map { LabelTable.Entry(raw: $0, trainID: nil) },
      unscoredBackground: backgroundLabels)
    try FileTree.require(folder: labels, setting: "dataset.labels")
    if requirement == .imagesAndLabels {
      try FileTree.require(folder: images, setting: "dataset.images")
    }
    let listing = try listing(requiring: requirement)
    let samples = listing.ids.map { id in
      Sample(
        id: id, image: images.appending(path: id + listing.imageSuffix),
        label: labels.appending(path: id + labelSuffix))
    }
    let missingFiles = try samples.missingFiles(
      requiring: requirement,
      imageSettings: ["dataset.images", "dataset.imageSuffix"],
      labelSettings: ["dataset.labels", "dataset.labelSuffix"])
    return Dataset(
      name: name, split: nil, classList: classList, labelTable: table, samples: samples,
      labelsWithoutImage: listing.labelsWithoutImage, missingFiles: missingFiles)
  }
}
