/// What unknown labels look like, where they look like something that people meet.
public enum LabelHint: Sendable, Equatable {
  /// Only 255 is unknown, the customary value of void and of borders.
  case void

  /// All are one too high, as when labels count from 1.
  case countsFromOne

  /// Cityscapes' label ids in place of train ids.
  case cityscapesLabelIDs

  /// Cityscapes' train ids in place of label ids.
  case cityscapesTrainIDs

  /// Train ids in place of labels of which 0 is not scored, as after a rule that reduces zero.
  case reducedZero

  /// Train ids in place of COCO's published labels.
  case cocoTrainIDs

  /// COCO's published labels in place of train ids.
  case cocoLabels

  /// The labels of COCO-Stuff 10k's first version, or train ids, in place of its published labels.
  case cocoStuff10kVersion1

  /// Numbers of instances, 1,000 for each class.
  case instanceIDs

  /// So many values that they are no labels at all.
  case picture

  /// Recognises what the labels that are not in a table could be.
  ///
  /// - Parameters:
  ///   - labels: The unknown labels and the number of pixels of each.
  ///   - table: The table in which they are missing.
  init?(for labels: [UInt16: Int], in table: LabelTable) {
    let values = Set(labels.keys.map(Int.init))
    if table.hasMeanings(of: .cityscapes), values == [255] {
      self = .cityscapesTrainIDs
    } else if [.context59, .ade20k150].contains(where: table.hasMeanings(of:)), values == [255] {
      self = .reducedZero
    } else if [.cocoStuff171, .cocoObject81].contains(where: table.hasMeanings(of:)),
      values.isSubset(of: LabelTable.cocoNeverAnnotated)
    {
      self = .cocoTrainIDs
    } else if table.hasMeanings(of: .cocoStuff10k171),
      values.isSubset(of: LabelTable.cocoNeverAnnotated.map { $0 + 1 })
    {
      self = .cocoStuff10kVersion1
    } else if values == [255] {
      self = .void
    } else if values.count > 64 {
      self = values.allSatisfy { $0 >= 1_000 } ? .instanceIDs : .picture
    } else if values.allSatisfy({ $0 >= 1_000 }) {
      self = .instanceIDs
    } else if values.subtracting([255]) == [table.classCount] {
      self = .countsFromOne
    } else if table.classCount == LabelTable.cityscapes.classCount,
      values.subtracting([255]).allSatisfy((19...33).contains)
    {
      self = .cityscapesLabelIDs
    } else if table.isConvertedFromCOCO,
      values.isSubset(of: LabelTable.cocoStuff171.entries.map(\.raw))
    {
      self = .cocoLabels
    } else {
      return nil
    }
  }
}

extension LabelTable {
  /// Whether every raw label means the same in both.
  fileprivate func hasMeanings(of other: LabelTable) -> Bool {
    targets == other.targets
  }

  /// Whether it is that of the files that people convert from COCO's published labels.
  fileprivate var isConvertedFromCOCO: Bool {
    hasMeanings(of: LabelTable.cocoStuff171.convertedLabels)
      || hasMeanings(of: LabelTable.cocoObject81.convertedLabels)
  }
}
