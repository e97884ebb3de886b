public import Foundation
public import OpenVocabulary

/// Reads ADE20K with 150 classes, Zhou and others (CVPR 2017), as `ADEChallengeData2016.zip` unpacks:
/// `images` and `annotations`, a folder a split in each.
///
/// The full ADE20K with its thousands of names is another archive. Samples come in the byte order of
/// their ids. With images required, an image without labels is an error, and labels without an image
/// are counted and left out.
public struct ADE20KReader: DatasetReader {
  /// The folder `ADEChallengeData2016`, the folder in which it lies, or the folder in which it lies as
  /// `ade/ADEChallengeData2016`.
  public var root: URL

  /// The 150 classes, in the order of the train ids.
  public var classList: ClassList

  /// The name of the split, `val` or `train`, or its folder's, `validation` or `training`.
  public var split: String

  /// Creates a reader; nothing is read yet.
  ///
  /// - Parameters:
  ///   - root: The folder `ADEChallengeData2016`, or the folder in which it or `ade` lies.
  ///   - classList: The 150 classes, in the order of the train ids.
  ///   - split: The name of the split, `val` or `train`, or its folder's.
  public init(root: URL, classList: ClassList, split: String = "val") {
    self.root = root
    self.classList = classList
    self.split = split
  }

  /// Lists the samples of the split in the byte order of their ids.
  ///
  /// - Parameter requiresImages: Whether every sample needs its image.
  /// - Returns: The data set, with at least one sample; its split is `val` for `validation` too.
  /// - Throws: ``DatasetError`` when the layout is not the expected one or a file is missing.
  public func read(requiringImages requiresImages: Bool) throws(DatasetError) -> Dataset {
    let table = LabelTable.ade20k150
    try classList.check(has: table.classCount, for: "ade20k150")
    let split = SplitName(split, folders: ["train": "training", "val": "validation"])
    let layout = PairedLayout(
      dataset: "ade20k150", folders: ["ADEChallengeData2016", "ade/ADEChallengeData2016"],
      images: ["images"], labels: ["annotations"], split: split.folder,
      imageSuffix: ".jpg", rawSuffix: ".png")
    let (samples, labelsWithoutImage) = try layout.samples(
      in: root, requiringImages: requiresImages)
    return Dataset(
      name: "ade20k150", split: split.name, classList: classList, labelTable: table,
      samples: samples, labelsWithoutImage: labelsWithoutImage)
  }
}
