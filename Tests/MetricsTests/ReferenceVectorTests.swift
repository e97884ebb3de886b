import Imaging
import Metrics
import Testing

@Suite("Scores against other engines")
struct ReferenceVectorTests {
  /// Ratios in float64 must agree to rounding.
  let exact = 1e-12

  /// mmsegmentation computes in float32.
  let single = 1e-6

  @Test("Hugging Face's and mmsegmentation's values on Hugging Face's example")
  func threeMaps() throws {
    let scores = try confusion(of: ReferenceVectors.threeMaps, classCount: 10).scores()
    expectScores(
      scores.perClass.map(\.intersectionOverUnion), [0, 0, 0.375, 0.4, 0.5, 0, 0.5, 1, 1, 1],
      within: exact, "IoU")
    expectScore(scores.mIoU, 0.47750000000000004, within: exact, "mIoU")
    expectScore(scores.mAcc, 0.5916666666666666, within: exact, "mAcc")
    expectScore(scores.aAcc, 0.5263157894736842, within: exact, "aAcc")
    expectScore(scores.mIoU, 0.4775000214576721, within: single, "mmsegmentation's mIoU")
    expectScore(scores.mAcc, 0.5916666984558105, within: single, "mmsegmentation's mAcc")
    expectScore(scores.aAcc, 0.5263158082962036, within: single, "mmsegmentation's aAcc")
  }

  @Test("The default policy counts a class that was only predicted as 0, as mmsegmentation does")
  func predictedCountsZero() throws {
    let scores = try confusion(of: ReferenceVectors.predictedOnly, classCount: 4).scores()
    #expect(scores.policy == .predictedCountsZero)
    expectScores(
      scores.perClass.map(\.intersectionOverUnion), [0.75, 1, 0, nil], within: exact, "IoU")
    expectScores(scores.perClass.map(\.accuracy), [0.75, 1, nil, nil], within: exact, "accuracy")
    expectScore(scores.mIoU, 0.5833333333333334, within: exact, "torchmetrics' mIoU")
    expectScore(scores.mIoU, 0.5833333134651184, within: single, "mmsegmentation's mIoU")
    expectScore(scores.mAcc, 0.875, within: exact, "mAcc")
    expectScore(scores.aAcc, 0.8571428656578064, within: single, "mmsegmentation's aAcc")
  }

  @Test("Present-only leaves such a class out, as detectron2 does since 2022")
  func presentOnly() throws {
    let scores = try confusion(of: ReferenceVectors.predictedOnly, classCount: 4)
      .scores(policy: .presentOnly)
    expectScores(
      scores.perClass.map(\.intersectionOverUnion), [0.75, 1, nil, nil], within: exact, "IoU")
    expectScore(scores.mIoU, 0.875, within: exact, "mIoU")
    expectScore(scores.fwIoU, 0.8571428571428571, within: exact, "fwIoU")
    expectScore(scores.mAcc, 0.875, within: exact, "mAcc")
    expectScore(scores.aAcc, 0.8571428571428571, within: exact, "aAcc")
  }

  @Test("Zero counts every undefined score as 0, as mmsegmentation's nan_to_num=0 does")
  func zero() throws {
    let scores = try confusion(of: ReferenceVectors.predictedOnly, classCount: 4)
      .scores(policy: .zero)
    expectScores(scores.perClass.map(\.intersectionOverUnion), [0.75, 1, 0, 0], within: 0, "IoU")
    expectScores(scores.perClass.map(\.accuracy), [0.75, 1, 0, 0], within: 0, "accuracy")
    expectScore(scores.mIoU, 0.4375, within: exact, "mIoU")
    expectScore(scores.mAcc, 0.4375, within: exact, "mAcc")
  }

  @Test("A truth outside the table is refused, where other engines score 0.83 or 1")
  func truthOutsideTable() {
    let image = LabelMapPair(truth: [[0, 1, 7, 2]], prediction: [[0, 1, 1, 2]])
    #expect(throws: MetricsError.truthOutsideTable(labels: [7: 1], classCount: 4)) {
      try confusion(of: [image], classCount: 4)
    }
  }

  @Test(
    "Ignoring the background turns IoU into recall",
    arguments: [
      (0, [nil, 1], 1, 1, 1),
      (255, [0.5, 0.6666666865348816], 0.5833333730697632, 0.75, 0.75),
    ] as [(Int, [Double?], Double, Double, Double)])
  func ignoredBackground(
    ignored: Int, classes: [Double?], mIoU: Double, mAcc: Double, aAcc: Double
  ) throws {
    let image = LabelMapPair(
      truth: LabelMap(rows: [[1, 1, 0, 0]], ignoring: ignored),
      prediction: LabelMap(rows: [[1, 1, 1, 0]]))
    let scores = try confusion(of: [image], classCount: 2).scores()
    expectScores(
      scores.perClass.map(\.intersectionOverUnion), classes, within: single, "IoU")
    expectScore(scores.mIoU, mIoU, within: single, "mIoU")
    expectScore(scores.mAcc, mAcc, within: single, "mAcc")
    expectScore(scores.aAcc, aAcc, within: single, "aAcc")
  }

  @Test("The score is over the data set; a mean over images is another number")
  func unequalImages() throws {
    let images = ReferenceVectors.unequalImages
    let scores = try confusion(of: images, classCount: 2).scores()
    expectScore(scores.mIoU, 0.65, within: exact, "torchmetrics' macro Jaccard index")
    expectScore(scores.mIoU, 0.6499999761581421, within: single, "mmsegmentation's mIoU")
    let each = try images.map { try confusion(of: [$0], classCount: 2).scores().mIoU ?? 0 }
    expectScore(
      each.reduce(0, +) / Double(each.count), 0.4722222222222222, within: exact,
      "torchmetrics' mean over images")
  }
}
