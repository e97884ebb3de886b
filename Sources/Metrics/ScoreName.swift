/// The scores that sum up a task, by the names the field uses.
///
/// All are in percent in results and tables, but for ``threshold``.
public enum ScoreName: String, Sendable, Codable, CaseIterable {
  /// The mean over classes of intersection over union; in the explainability task at the threshold that
  /// is best for the images at hand.
  case mIoU

  /// The mean over classes of the share of a class's pixels that were found.
  case mAcc

  /// The share of all scored pixels that were predicted right.
  case aAcc

  /// Intersection over union, averaged with each class's share of the true pixels as weight.
  case fwIoU

  /// Mean score contrast: what a map scores inside the class less what it scores outside.
  case mSC

  /// The explainability mIoU of each half of the images at the threshold that is best for the other.
  case crossFittedMIoU

  /// The explainability mIoU of maps that are foreground everywhere.
  case allForeground

  /// The average precision of the pixels of a map.
  case pixelAP

  /// The threshold at which the explainability mIoU is reached, from 0 to 1.
  case threshold

  /// The mean over classes of average precision.
  case mAP

  /// ``mAP`` without the images that show none of the classes.
  case labelledMAP

  /// The harmonic mean of precision and recall, over all images together, where each image is said to show
  /// the three classes that it scores highest.
  case f1AtThree = "F1@3"

  /// ``f1AtThree`` with the five classes that an image scores highest.
  case f1AtFive = "F1@5"

  /// The share of points that lie where they should.
  case pointAccuracy

  /// The share of positive points that lie on their class.
  case positiveAccuracy

  /// The share of negative points that do not lie on their class.
  case negativeAccuracy

  /// ``pointAccuracy`` over all points of all images together.
  case microPointAccuracy

  /// The scores of a segmentation.
  public static let segmentation: [ScoreName] = [.mIoU, .mAcc, .aAcc, .fwIoU]

  /// The scores of explanations.
  public static let explainability: [ScoreName] = [
    .mIoU, .mSC, .crossFittedMIoU, .allForeground, .pixelAP, .threshold,
  ]

  /// The scores of multi-label recognition.
  public static let recognition: [ScoreName] = [.mAP, .labelledMAP, .f1AtThree, .f1AtFive]

  /// The scores of points.
  public static let points: [ScoreName] = [
    .pointAccuracy, .positiveAccuracy, .negativeAccuracy, .microPointAccuracy,
  ]

  /// Whether the score is a ratio that results and tables give in percent.
  public var isPercentage: Bool { self != .threshold }

  /// What a ratio is multiplied by to have the unit of results and tables.
  public var scale: Double { isPercentage ? 100 : 1 }

  /// Whether more is better: a threshold and the score of an answer that looks at no image are neither.
  public var moreIsBetter: Bool {
    switch self {
    case .threshold, .allForeground: false
    default: true
    }
  }

  /// The values it can have, in the unit of results and tables.
  public var range: ClosedRange<Int> {
    switch self {
    case .mSC: -100...100
    case .threshold: 0...1
    default: 0...100
    }
  }
}
