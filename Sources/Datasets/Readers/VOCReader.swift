public import Foundation
public import OpenVocabulary

/// Reads PASCAL VOC 2012 as its archive unpacks.
///
/// The split's list names the samples, in its order. Label maps are palette PNGs whose indices are
/// the labels.
public struct VOCReader: DatasetReader {
  /// Which classes are scored.
  public enum Variant: String, Sendable, CaseIterable {
    /// The 20 object classes; background is not scored.
    case objects = "voc20"

    /// The 20 object classes and the background as class 0.
    case objectsAndBackground = "voc21"

    /// What the raw labels mean.
    public var labelTable: LabelTable {
      switch self {
      case .objects: .voc20
      case .objectsAndBackground: .voc21
      }
    }
  }

  /// The folder `VOC2012`, the folder `VOCdevkit` in which it lies, or the folder above.
  public var root: URL

  /// Which classes are scored.
  public var variant: Variant

  /// The classes, in the order of the train ids.
  public var classList: ClassList

  /// The name of the list in `ImageSets/Segmentation`.
  public var split: String

  /// The folder of label maps: `SegmentationClass`, or `SegmentationClassAug` for the annotations
  /// that were added later (Hariharan and others, ICCV 2011).
  public var labelFolder: String

  /// Creates a reader; nothing is read yet.
  ///
  /// - Parameters:
  ///   - root: The folder `VOC2012`, `VOCdevkit`, or the folder above.
  ///   - variant: Which classes are scored.
  ///   - classList: The classes, in the order of the train ids.
  ///   - split: The name of the list in `ImageSets/Segmentation`.
  ///   - labelFolder: The folder of label maps.
  public init(
    root: URL, variant: Variant, classList: ClassList, split: String = "val",
    labelFolder: String = "SegmentationClass"
  ) {
    self.root = root
    self.variant = variant
    self.classList = classList
    self.split = split
    self.labelFolder = labelFolder
  }

  /// Lists the samples of the split in the order of its list.
  ///
  /// - Parameter requiresImages: Whether every sample needs its image.
  /// - Returns: The data set, with at least one sample.
  /// - Throws: ``DatasetError`` when the layout is not the expected one or a file is missing.
  public func read(requiringImages requiresImages: Bool) throws(DatasetError) -> Dataset {
    let table = variant.labelTable
    try classList.check(has: table.classCount, for: variant.rawValue)
    let layout = VOCLayout(
      dataset: variant.rawValue, year: "VOC2012", lists: "Segmentation", labels: labelFolder,
      split: split)
    return Dataset(
      name: variant.rawValue, split: split, classList: classList, labelTable: table,
      samples: try layout.samples(in: root, requiringImages: requiresImages),
      backgroundClass: variant == .objectsAndBackground ? 0 : nil)
  }
}
