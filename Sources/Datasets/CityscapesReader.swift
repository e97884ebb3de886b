public import Foundation
public import OpenVocabulary

/// Reads Cityscapes as its archives unpack: `leftImg8bit` and `gtFine`, a folder a city in each.
///
/// The raw `_gtFine_labelIds.png` is read where it is there and `_gtFine_labelTrainIds.png`, which
/// the archive does not hold and people make from it, where it is not. An id is `city/name`, and
/// samples come in the byte order of their ids. With images required, an image without labels is an
/// error, and labels without an image are counted and left out.
public struct CityscapesReader: DatasetReader {
  private static let imageSuffix = "_leftImg8bit.png"
  private static let rawSuffix = "_gtFine_labelIds.png"
  private static let trainSuffix = "_gtFine_labelTrainIds.png"

  /// The folder that holds `leftImg8bit` and `gtFine`, or the folder `cityscapes` is in.
  public var root: URL

  /// The 19 classes, in the order of the train ids.
  public var classList: ClassList

  /// The name of the folder below `leftImg8bit` and `gtFine`.
  public var split: String

  /// Creates a reader; nothing is read yet.
  ///
  /// - Parameters:
  ///   - root: The folder that holds `leftImg8bit` and `gtFine`, or the folder `cityscapes` is in.
  ///   - classList: The 19 classes, in the order of the train ids.
  ///   - split: The name of the folder below `leftImg8bit` and `gtFine`.
  public init(root: URL, classList: ClassList, split: String = "val") {
    self.root = root
    self.classList = classList
    self.split = split
  }

  /// Lists the samples of the split in the byte order of their ids.
  ///
  /// - Parameter requiresImages: Whether every sample needs its image.
  /// - Returns: The data set, with at least one sample.
  /// - Throws: ``DatasetError`` when the layout is not the expected one or a file is missing.
  public func read(requiringImages requiresImages: Bool) throws(DatasetError) -> Dataset {
    let table = LabelTable.cityscapes
    try classList.check(has: table.classCount, for: "cityscapes")
    let candidates = [root, root.appending(path: "cityscapes")]
    guard let folder = candidates.first(where: { FileTree.isFolder($0.appending(path: "gtFine")) })
    else {
      throw .layoutNotFound(
        dataset: "cityscapes", root: root,
        lookedFor: candidates.map { $0.appending(path: "gtFine") })
    }
    let labels = try part("gtFine", of: folder)
    let labelFiles = try FileTree.files(in: labels)
    let raw = Set(labelFiles.ids(endingIn: Self.rawSuffix))
    let labelled = raw.union(labelFiles.ids(endingIn: Self.trainSuffix))

    let images = folder.appending(path: "leftImg8bit/\(split)")
    let imageFiles = try requiresImages ? FileTree.files(in: part("leftImg8bit", of: folder)) : []
    let ids = requiresImages ? imageFiles.ids(endingIn: Self.imageSuffix) : Array(labelled)
    guard !ids.isEmpty else {
      throw requiresImages
        ? .emptyFolder(
          images, suffixes: [Self.imageSuffix], found: imageFiles.suffixes,
          settings: ["dataset.root", "dataset.split"])
        : .emptyFolder(
          labels, suffixes: [Self.rawSuffix, Self.trainSuffix], found: labelFiles.suffixes,
          settings: ["dataset.root", "dataset.split"])
    }
    let samples = ids.sortedByBytes().map { id in
      let isTrainIDs = labelled.contains(id) && !raw.contains(id)
      return Sample(
        id: id, image: images.appending(path: id + Self.imageSuffix),
        label: labels.appending(path: id + (isTrainIDs ? Self.trainSuffix : Self.rawSuffix)),
        labelEncoding: isTrainIDs ? .trainIDs : .raw)
    }
    try samples.checkFiles(
      requiringImages: requiresImages,
      imageSettings: ["dataset.root"], labelSettings: ["dataset.root", "dataset.split"])
    return Dataset(
      name: "cityscapes", split: split, classList: classList, labelTable: table, samples: samples,
      labelsWithoutImage: labelled.subtracting(ids).count)
  }

  /// The folder of the split below `gtFine` or `leftImg8bit`.
  private func part(_ name: String, of folder: URL) throws(DatasetError) -> URL {
    let parent = folder.appending(path: name)
    let part = parent.appending(path: split)
    guard FileTree.isFolder(part) else {
      throw .missingSplit(
        split: split, expected: part,
        available: FileTree.isFolder(parent) ? try FileTree.folders(in: parent) : [])
    }
    return part
  }
}
