public import Foundation
public import OpenVocabulary

/// Reads Cityscapes as its archives unpack: `leftImg8bit` and `gtFine`, a folder a city in each.
///
/// The raw `_gtFine_labelIds.png` is read where it is there and `_gtFine_labelTrainIds.png`, which
/// the archive does not hold and people make from it, where it is not. An id is `city/name`, and
/// samples come in the byte order of their ids. With images required, an image without labels is an
/// error, and labels without an image are counted and left out.
public struct CityscapesReader: DatasetReader {
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
    let layout = PairedLayout(
      dataset: "cityscapes", folders: ["cityscapes"], images: ["leftImg8bit"], labels: ["gtFine"],
      split: split, imageSuffix: "_leftImg8bit.png", rawSuffix: "_gtFine_labelIds.png",
      trainSuffix: "_gtFine_labelTrainIds.png")
    let (samples, labelsWithoutImage) = try layout.samples(
      in: root, requiringImages: requiresImages)
    return Dataset(
      name: "cityscapes", split: split, classList: classList, labelTable: table, samples: samples,
      labelsWithoutImage: labelsWithoutImage)
  }
}
