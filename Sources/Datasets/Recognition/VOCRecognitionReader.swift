public import Foundation
public import OpenVocabulary

/// Reads which of the 20 classes the photos of PASCAL VOC 2007 or 2012 show, as its archives unpack.
///
/// For each class and split there is a list in `ImageSets/Main`, for example `cat_val.txt`, with an id
/// and 1, 0 or −1 a line: some object of the class is shown, only ones that are marked as difficult,
/// or none. All 20 lists of a split name the same photos in the same order, which is the data set's.
/// The objects' boxes in `Annotations` are not read.
public struct VOCRecognitionReader: LabelledDatasetReader {
  /// Which of VOC's data sets is read.
  public enum Year: String, Sendable, CaseIterable {
    /// The last one whose test labels are published: 2,501 photos for training, 2,510 for validation,
    /// 4,952 for testing.
    case voc2007

    /// 5,717 photos for training, 5,823 for validation.
    case voc2012

    /// The folder of the year.
    public var folder: String { rawValue.uppercased() }

    /// The split that results are given for: the largest with published labels that is not trained on.
    public var customarySplit: String { self == .voc2007 ? "test" : "val" }
  }

  /// The names of the classes in the names of the lists, in the order of the train ids.
  public static let classNames = [
    "aeroplane", "bicycle", "bird", "boat", "bottle", "bus", "car", "cat", "chair", "cow",
    "diningtable", "dog", "horse", "motorbike", "person", "pottedplant", "sheep", "sofa", "train",
    "tvmonitor",
  ]

  /// The folder of the year, the folder `VOCdevkit` in which it lies, or the folder above.
  public var root: URL

  /// Which of VOC's data sets is read.
  public var year: Year

  /// The classes, in the order of ``classNames``.
  public var classList: ClassList

  /// How the names of the split's lists end, for example `val`.
  public var split: String

  /// Creates a reader; nothing is read yet.
  ///
  /// - Parameters:
  ///   - root: The folder of the year, `VOCdevkit`, or the folder above.
  ///   - year: Which of VOC's data sets is read.
  ///   - classList: The classes, in the order of ``classNames``.
  ///   - split: How the names of the split's lists end; by default the customary one's.
  public init(root: URL, year: Year, classList: ClassList, split: String? = nil) {
    self.root = root
    self.year = year
    self.classList = classList
    self.split = split ?? year.customarySplit
  }

  /// Lists the photos of the split in the order of its lists.
  ///
  /// - Parameter requiresImages: Whether every photo has to be there.
  /// - Returns: The data set, with at least one image.
  /// - Throws: ``DatasetError`` when a list is missing or malformed, two lists differ in their ids, or
  ///   a photo is missing.
  public func read(requiringImages requiresImages: Bool) throws(DatasetError) -> LabelledDataset {
    try classList.check(has: Self.classNames.count, for: year.rawValue)
    let folder = try locate()
    let labels = try VOCClassLists(files: try files(in: folder)).labels
    let images = labels.map { label in
      LabelledImage(
        id: label.id, image: folder.appending(path: "JPEGImages/\(label.id).jpg"),
        present: label.present, undecided: label.undecided)
    }
    if requiresImages { _ = try images.checkingFiles(settings: ["dataset.root"]) }
    return LabelledDataset(
      name: year.rawValue, split: split, classList: classList, images: images)
  }

  /// The folder of the year.
  private func locate() throws(DatasetError) -> URL {
    let folders = [
      root, root.appending(path: year.folder), root.appending(path: "VOCdevkit/\(year.folder)"),
    ]
    if let folder = folders.first(where: { FileTree.isFolder(Self.lists(in: $0)) }) {
      return folder
    }
    if let folder = folders.first(where: {
      FileTree.isFolder($0.appending(path: "Annotations"))
    }) {
      throw .missingClassFiles(
        Self.classNames.map { file(of: $0, in: folder) }, total: Self.classNames.count,
        advice: """
          There are boxes in `Annotations`, but the labels are those of the lists: unpack \
          `ImageSets/Main` from the archive too.
          """)
    }
    throw .layoutNotFound(
      dataset: year.rawValue, root: root, lookedFor: folders.map(Self.lists(in:)))
  }

  /// The split's lists, one a class.
  private func files(in folder: URL) throws(DatasetError) -> [URL] {
    let files = Self.classNames.map { file(of: $0, in: folder) }
    let missing = files.filter { !FileTree.isFile($0) }
    guard missing.count < files.count else {
      throw .missingSplit(
        split: split, expected: files[0],
        available: try FileTree.names(in: Self.lists(in: folder)).ids(endingIn: ".txt")
          .sortedByBytes()
          .compactMap { name in
            let prefix = "\(Self.classNames[0])_"
            return name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : nil
          })
    }
    guard missing.isEmpty else {
      throw .missingClassFiles(
        missing, total: files.count, advice: "Unpack `ImageSets/Main` from the archive again.")
    }
    return files
  }

  private func file(of className: String, in folder: URL) -> URL {
    Self.lists(in: folder).appending(path: "\(className)_\(split).txt")
  }

  private static func lists(in folder: URL) -> URL {
    folder.appending(path: "ImageSets/Main")
  }
}
