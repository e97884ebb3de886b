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
  public static let voc20 = LabelTable(
    classCount: 20, trainIDs: Dictionary(uniqueKeysWithValues: (1...20).map { ($0, $0 - 1) }),
    ignoring: [0, 255])

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

  private static func identity(classCount: Int, ignoring ignored: [Int]) -> LabelTable {
    LabelTable(
      classCount: classCount,
      trainIDs: Dictionary(uniqueKeysWithValues: (0..<classCount).map { ($0, $0) }),
      ignoring: ignored)
  }
}
