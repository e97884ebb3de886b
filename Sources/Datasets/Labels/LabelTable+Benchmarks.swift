extension LabelTable {
  /// Raw labels that are train ids already, with 255 for pixels that are not scored.
  ///
  /// With more than 255 classes 255 is a class, and only 65,535 is not scored.
  ///
  /// - Precondition: there are 1 to 65,534 classes.
  public static func trainIDs(classCount: Int) -> LabelTable {
    identity(classCount: classCount, ignoring: classCount > 255 ? [65_535] : [255, 65_535])
  }

  /// PASCAL VOC without background: 0, the background, and 255, the border between objects, are
  /// not scored, and label k becomes train id k − 1.
  public static let voc20 = countingFromOne(classCount: 20, ignoring: [255])

  /// PASCAL VOC with background as train id 0; 255, the border between objects, is not scored.
  public static let voc21 = identity(classCount: 21, ignoring: [255])

  /// Cityscapes' label ids 0 to 33, of which 19 are scored.
  ///
  /// License plate has the id −1, which a PNG cannot hold and label files never show.
  public static let cityscapes: LabelTable = {
    // Position k holds the label id whose train id is k, from road to bicycle.
    let scored = [7, 8, 11, 12, 13, 17, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 31, 32, 33]
    return LabelTable(
      classCount: scored.count,
      trainIDs: Dictionary(uniqueKeysWithValues: scored.enumerated().map { ($1, $0) }),
      ignoring: Set(0...33).subtracting(scored))
  }()

  /// PASCAL Context without background: 0 is not scored, and label k becomes train id k − 1.
  ///
  /// 255 has no meaning: the published label maps do not hold it, and mmsegmentation's rule for
  /// reducing zero, which would pass it over, hides label maps that were reduced already.
  public static let context59 = countingFromOne(classCount: 59)

  /// PASCAL Context with background as train id 0; every pixel is scored.
  public static let context60 = identity(classCount: 60, ignoring: [])

  /// ADE20K: 0, everything else, is not scored, and label k becomes train id k − 1.
  ///
  /// 255 has no meaning, for the reason given for ``context59``.
  public static let ade20k150 = countingFromOne(classCount: 150)

  /// ImageNet-S with 50, 300 or 919 classes: 0, everything else, and 1,000, not annotated, are not
  /// scored, and label k becomes train id k − 1.
  public static func imageNetS(classCount: Int) -> LabelTable {
    countingFromOne(classCount: classCount, ignoring: [1_000])
  }

  /// COCO-Stuff 10k's category ids, of which 171 are in use; 0, not annotated, is not scored.
  ///
  /// Converters number the 171 from 1 and leave 0.
  public static let cocoStuff10k171: LabelTable = {
    let converted = LabelTable(
      classCount: 171,
      trainIDs: Dictionary(uniqueKeysWithValues: (1...171).map { ($0, $0 - 1) }), ignoring: [0])
    return LabelTable(
      classCount: 171,
      trainIDs: Dictionary(
        uniqueKeysWithValues: (cocoThings + cocoStuff).enumerated().map { ($1 + 1, $0) }),
      ignoring: [0], converted: converted)
  }()

  /// COCO-Stuff's category ids less one, of which 171 are in use; 255, not annotated, is not scored.
  public static let cocoStuff171 = LabelTable(
    classCount: 171,
    trainIDs: Dictionary(
      uniqueKeysWithValues: (cocoThings + cocoStuff).enumerated().map { ($1, $0) }),
    ignoring: [255])

  /// COCO's 80 things as train ids 1 to 80, and everything else as background, train id 0.
  ///
  /// As in peers' converters, which go back to GroupViT's, pixels without annotation (255) are scored
  /// as background too.
  public static let cocoObject81: LabelTable = {
    let things = cocoThings.enumerated().map { ($1, $0 + 1) }
    let background = (cocoStuff + [255]).map { ($0, 0) }
    return LabelTable(
      classCount: 81, trainIDs: Dictionary(uniqueKeysWithValues: things + background), ignoring: [])
  }()

  /// Category ids less one that COCO's list of things names and no label map holds: street sign, hat,
  /// shoe, eye glasses, plate, mirror, window, desk, door, blender, hair brush.
  static let cocoNeverAnnotated: Set = [11, 25, 28, 29, 44, 65, 67, 68, 70, 82, 90]

  /// The category ids less one of COCO's 80 things.
  private static let cocoThings = (0...90).filter { !cocoNeverAnnotated.contains($0) }

  /// The category ids less one of COCO-Stuff's 91 kinds of stuff.
  private static let cocoStuff = Array(91...181)

  /// Raw label 0 is an unscored background and 1 the first class.
  private static func countingFromOne(
    classCount: Int, ignoring ignored: [Int] = []
  ) -> LabelTable {
    LabelTable(
      classCount: classCount,
      trainIDs: Dictionary(uniqueKeysWithValues: (1...classCount).map { ($0, $0 - 1) }),
      ignoring: ignored, unscoredBackground: [0])
  }

  private static func identity(classCount: Int, ignoring ignored: [Int]) -> LabelTable {
    LabelTable(
      classCount: classCount,
      trainIDs: Dictionary(uniqueKeysWithValues: (0..<classCount).map { ($0, $0) }),
      ignoring: ignored)
  }
}
