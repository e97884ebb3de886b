public import Foundation
public import OpenVocabulary

/// Reads PASCAL Context, Mottaghi and others (CVPR 2014): VOC 2010's photos with the index PNGs of
/// the folder `SegmentationClassContext`, 0 for the background and 1 to 59 for the classes.
///
/// The split's list in `ImageSets/SegmentationContext` names the samples, in its order.
public struct PASCALContextReader: DatasetReader {
  /// Which classes are scored.
  public enum Variant: String, Sendable, CaseIterable {
    /// The 59 classes; background is not scored.
    case classes = "context59"
    /// The 59 classes and the background as class 0.
    case classesAndBackground = "context60"

    /// What the raw labels mean.
    public var labelTable: LabelTable {
      switch self {
      case .classes: .context59
      case .classesAndBackground: .context60
      }
    }
  }

  /// The folder `VOC2010`, the folder `VOCdevkit` in which it lies, or the folder above.
  public var root: URL

  /// Which classes are scored.
  public var variant: Variant

  /// The classes, in the order of the train ids.
  public var classList: ClassList

  /// The name of the list in `ImageSets/SegmentationContext`.
  public var split: String

  /// Creates a reader; nothing is read yet.
  ///
  /// - Parameters:
  ///   - root: The folder `VOC2010`, `VOCdevkit`, or the folder above.
  ///   - variant: Which classes are scored.
  ///   - classList: The classes, in the order of the train ids.
  ///   - split: The name of the list in `ImageSets/SegmentationContext`.
  public init(root: URL, variant: Variant, classList: ClassList, split: String = "val") {
    self.root = root
    self.variant = variant
    self.classList = classList
    self.split = split
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
      dataset: variant.rawValue, year: "VOC2010", lists: "SegmentationContext",
      labels: "SegmentationClassContext", split: split)
    return Dataset(
      name: variant.rawValue, split: split, classList: classList, labelTable: table,
      samples: try layout.samples(in: root, requiringImages: requiresImages),
      backgroundClass: variant == .classesAndBackground ? 0 : nil)
  }
}
