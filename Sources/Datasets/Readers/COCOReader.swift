public import Foundation
public import OpenVocabulary

/// Reads the label maps of COCO 2017: COCO-Stuff 164k, Caesar and others (CVPR 2018), and the
/// things alone of the same maps, which peers call COCO-Object.
///
/// The published maps hold COCO's category id less one, 0 to 181, and 255 where nothing is
/// annotated. They are read where they are there, and the files that people convert from them,
/// `_labelTrainIds.png` and for COCO-Object `_instanceTrainIds.png`, where they are not. Images lie in
/// `images/val2017` or, as the archive unpacks, `val2017`; label maps in `annotations/val2017`,
/// `stuffthingmaps_trainval2017/val2017` or `stuffthingmaps/val2017`. Samples come in the byte order
/// of their ids.
public struct COCOReader: DatasetReader {
  /// Which classes are scored.
  public enum Variant: String, Sendable, CaseIterable {
    /// 80 things and 91 kinds of stuff; what is not annotated is not scored.
    case stuff = "coco-stuff171"
    /// The 80 things, and everything else as background, class 0.
    case object = "coco-object81"

    /// What the raw labels mean.
    public var labelTable: LabelTable {
      switch self {
      case .stuff: .cocoStuff171
      case .object: .cocoObject81
      }
    }
  }

  private static let stuffSuffix = "_labelTrainIds.png"
  private static let objectSuffix = "_instanceTrainIds.png"

  /// The folder that holds images and label maps, or the folder in which it lies as
  /// `coco_stuff164k`, `coco_object` or `coco`.
  public var root: URL

  /// Which classes are scored.
  public var variant: Variant

  /// The classes, in the order of the train ids.
  public var classList: ClassList

  /// The name of the split, `val` or `train`, or its folder's, `val2017`.
  public var split: String

  /// Creates a reader; nothing is read yet.
  ///
  /// - Parameters:
  ///   - root: The folder that holds images and label maps, or the folder in which it lies.
  ///   - variant: Which classes are scored.
  ///   - classList: The classes, in the order of the train ids.
  ///   - split: The name of the split, `val` or `train`, or its folder's.
  public init(root: URL, variant: Variant, classList: ClassList, split: String = "val") {
    self.root = root
    self.variant = variant
    self.classList = classList
    self.split = split
  }

  /// Lists the samples of the split in the byte order of their ids.
  ///
  /// - Parameter requiresImages: Whether every sample needs its image.
  /// - Returns: The data set, with at least one sample; its split is `val` for `val2017` too.
  /// - Throws: ``DatasetError`` when the layout is not the expected one or a file is missing.
  public func read(requiringImages requiresImages: Bool) throws(DatasetError) -> Dataset {
    let table = variant.labelTable
    try classList.check(has: table.classCount, for: variant.rawValue)
    let split = SplitName(split, folders: ["train": "train2017", "val": "val2017"])
    let isStuff = variant == .stuff
    let layout = PairedLayout(
      dataset: variant.rawValue,
      folders: (isStuff ? [] : ["coco_object"]) + ["coco_stuff164k", "coco"],
      images: ["images", ""],
      labels: ["annotations", "stuffthingmaps_trainval2017", "stuffthingmaps"],
      split: split.folder, imageSuffix: ".jpg", rawSuffix: ".png",
      trainSuffix: isStuff ? Self.stuffSuffix : Self.objectSuffix,
      otherSuffixes: [isStuff ? Self.objectSuffix : Self.stuffSuffix])
    let (samples, labelsWithoutImage) = try layout.samples(
      in: root, requiringImages: requiresImages)
    return Dataset(
      name: variant.rawValue, split: split.name, classList: classList, labelTable: table,
      samples: samples, backgroundClass: isStuff ? nil : 0,
      labelsWithoutImage: labelsWithoutImage)
  }
}
