public import Foundation
public import OpenVocabulary

/// Reads multi-label data of one's own: a folder of images, and a text file with a line for each.
///
/// A line states the classes by their numbers or by their names:
///
/// ```
/// street/0001 0 16
/// street/0002
/// street/0003;person;traffic light
/// ```
///
/// Without a semicolon a line is an id and class numbers with blanks between them, in any order; the
/// numbers are positions in the class list, or raw labels where there is a ``labelMap``, of which those
/// that it does not score are passed over. With semicolons it is an id, which may contain blanks, and
/// names of classes as the class list displays them. An id alone shows none of the classes. An id is
/// the path of an image below the folder of images, without the suffix. Blank lines are left out.
public struct ListedLabelsReader: LabelledDatasetReader {
  /// The name of the data set.
  public var name: String

  /// The text file.
  public var list: URL

  /// The folder of images.
  public var images: URL

  /// How an image's file name ends after the id, or `nil` to look which of
  /// ``FolderReader/imageSuffixes`` there is.
  public var imageSuffix: String?

  /// The classes.
  public var classList: ClassList

  /// The meanings of the numbers in the file, or `nil` where they are positions in the class list.
  public var labelMap: [LabelTable.Entry]?

  /// Creates a reader; nothing is read yet.
  ///
  /// - Parameters:
  ///   - name: The name of the data set.
  ///   - list: The text file.
  ///   - images: The folder of images.
  ///   - imageSuffix: How an image's file name ends after the id; by default it is looked up.
  ///   - classList: The classes.
  ///   - labelMap: The meanings of the numbers in the file; by default they are positions in the class
  ///     list.
  public init(
    name: String = "folder", list: URL, images: URL, imageSuffix: String? = nil,
    classList: ClassList, labelMap: [LabelTable.Entry]? = nil
  ) {
    self.name = name
    self.list = list
    self.images = images
    self.imageSuffix = imageSuffix
    self.classList = classList
    self.labelMap = labelMap
  }

  /// Lists the images in the order of the file.
  ///
  /// - Parameter requiresImages: Whether every image has to be there.
  /// - Returns: The data set, with at least one image.
  /// - Throws: ``DatasetError`` when the file is missing or malformed, names a class that is not in the
  ///   class list, or an image is missing.
  public func read(requiringImages requiresImages: Bool) throws(DatasetError) -> LabelledDataset {
    guard FileTree.isFile(list) else { throw .missingList(list, setting: "dataset.list") }
    if requiresImages { try FileTree.require(folder: images, setting: "dataset.images") }
    let parser = try ListedLabelsParser(classList: classList, labelMap: labelMap)
    var ids = ListedIDs(of: list)
    var present: [[Int]] = []
    for line in try TextLines(contentsOf: list).lines {
      let label = try parser.read(line, of: list)
      try ids.append(label.id, line: line.number)
      present.append(label.present)
    }
    guard let first = ids.ids.first else { throw .emptyList(list) }
    let suffix = try suffix(ofImageOf: first, requiringImages: requiresImages)
    let labelled = zip(ids.ids, present).map { id, present in
      LabelledImage(id: id, image: images.appending(path: id + suffix), present: present)
    }
    if requiresImages {
      _ = try labelled.checkingFiles(settings: ["dataset.images", "dataset.imageSuffix"])
    }
    return LabelledDataset(name: name, split: nil, classList: classList, images: labelled)
  }

  /// How file names end after the id; without images this only says where they would lie.
  private func suffix(
    ofImageOf id: String, requiringImages requiresImages: Bool
  ) throws(DatasetError) -> String {
    if let imageSuffix { return imageSuffix }
    guard requiresImages else { return FolderReader.imageSuffixes[0] }
    return try FolderReader.suffix(ofImageOf: id, in: images)
  }
}
