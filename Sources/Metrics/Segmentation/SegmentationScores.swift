/// The scores of a segmentation over a whole data set, as ratios between 0 and 1.
///
/// All are computed from one confusion matrix over all images, never as a mean over images. An
/// undefined score is `nil`.
public struct SegmentationScores: Sendable, Equatable {
  /// The scores of each class, in the order of the train ids.
  public let perClass: [ClassScore]

  /// What classes without true pixels do to the means.
  public let policy: AbsentClassPolicy

  /// The classes that count in no mean, in ascending order.
  public let leftOut: [Int]

  /// Mean intersection over union: `Σ_c IoU_c / |c|` over the classes where it is defined.
  public let mIoU: Double?

  /// Mean accuracy: `Σ_c accuracy_c / |c|` over the classes where it is defined.
  public let mAcc: Double?

  /// Pixel accuracy: `Σ_c correct_c / Σ_c truth_c` over every scored pixel, those of classes left
  /// out of the means too.
  public let aAcc: Double?

  /// Frequency-weighted intersection over union: `Σ_c truth_c · IoU_c / Σ_c truth_c` over the
  /// classes that are present and not left out; no policy changes it.
  public let fwIoU: Double?

  init(perClass: [ClassScore], policy: AbsentClassPolicy, leftOut: [Int]) {
    self.perClass = perClass
    self.policy = policy
    self.leftOut = leftOut
    let excluded = Set(leftOut)
    let counted = perClass.indices.filter { !excluded.contains($0) }.map { perClass[$0] }
    mIoU = counted.map(\.intersectionOverUnion).meanOfDefined()
    mAcc = counted.map(\.accuracy).meanOfDefined()
    aAcc = Self.ratio(
      Double(perClass.reduce(0) { $0 + $1.correctPixels }),
      Double(perClass.reduce(0) { $0 + $1.truthPixels }))
    fwIoU = Self.ratio(
      counted.reduce(0) { $0 + Double($1.truthPixels) * ($1.intersectionOverUnion ?? 0) },
      Double(counted.reduce(0) { $0 + $1.truthPixels }))
  }

  /// The summary scores by their names; an undefined one is absent.
  public var summary: [ScoreName: Double] {
    [.mIoU: mIoU, .mAcc: mAcc, .aAcc: aAcc, .fwIoU: fwIoU].compactMapValues(\.self)
  }

  private static func ratio(_ numerator: Double, _ denominator: Double) -> Double? {
    denominator == 0 ? nil : numerator / denominator
  }
}
