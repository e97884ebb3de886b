import Imaging
import Metrics
import TestSupport
import Testing

@Suite("Segmentation scores")
struct ScoreTests {
  /// Random maps in which some classes are absent, some only predicted and some only present, with
  /// ignored pixels and pixels without a prediction.
  static func images(seed: UInt64) -> (images: [LabelMapPair], classCount: Int) {
    var random = SplitMix64(seed: seed)
    let classCount = Int.random(in: 1...9, using: &random)
    let inTruth = (0..<classCount).filter { _ in Bool.random(using: &random) }
    let inPrediction = (0..<classCount).filter { _ in Bool.random(using: &random) }
    let images = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      let width = Int.random(in: 1...13, using: &random)
      let height = Int.random(in: 1...13, using: &random)
      let maps = [inTruth, inPrediction].map { classes in
        LabelMap(
          width: width, height: height,
          labels: (0..<width * height).map { _ in
            let isLeftOut = Int.random(in: 0..<6, using: &random) == 0
            guard !isLeftOut, let label = classes.randomElement(using: &random) else {
              return LabelMap.ignored
            }
            return UInt16(label)
          })
      }
      return LabelMapPair(truth: maps[0], prediction: maps[1])
    }
    return (images, classCount)
  }

  @Test("agree with a plain second implementation", arguments: 0..<60 as Range<UInt64>)
  func plainImplementation(seed: UInt64) throws {
    let (images, classCount) = Self.images(seed: seed)
    let matrix = try confusion(of: images, classCount: classCount)
    for policy in AbsentClassPolicy.allCases {
      for leftOut in [[], [0], [0, classCount - 1]] as [Set<Int>] {
        let scores = matrix.scores(policy: policy, leavingOut: leftOut)
        let plain = PlainScores(
          of: images, classCount: classCount, policy: policy, leavingOut: leftOut)
        let trace = "seed \(seed), \(policy.rawValue), without \(leftOut.sorted())"
        for (index, score) in scores.perClass.enumerated() {
          expectScore(
            score.intersectionOverUnion, plain.intersectionOverUnion[index], within: 1e-12,
            "\(trace), IoU of class \(index)")
          expectScore(
            score.accuracy, plain.accuracy[index], within: 1e-12,
            "\(trace), accuracy of class \(index)")
        }
        expectScore(scores.mIoU, plain.mIoU, within: 1e-12, "\(trace), mIoU")
        expectScore(scores.mAcc, plain.mAcc, within: 1e-12, "\(trace), mAcc")
        expectScore(scores.aAcc, plain.aAcc, within: 1e-12, "\(trace), aAcc")
        expectScore(scores.fwIoU, plain.fwIoU, within: 1e-12, "\(trace), fwIoU")
      }
    }
  }

  @Test("of a perfect prediction are 1")
  func perfect() throws {
    let map = LabelMap(rows: [[0, 1, 2], [2, 2, 255]])
    let scores = try confusion(of: [LabelMapPair(truth: map, prediction: map)], classCount: 4)
      .scores()
    for metric in ScoreName.segmentation {
      #expect(scores.summary[metric] == 1, "\(metric.rawValue)")
    }
  }

  @Test(
    "of no pixel at all are undefined",
    arguments: [.predictedCountsZero, .presentOnly] as [AbsentClassPolicy])
  func nothing(policy: AbsentClassPolicy) {
    let scores = ConfusionMatrix(classCount: 3).scores(policy: policy)
    for metric in ScoreName.segmentation {
      #expect(scores.summary[metric] == nil, "\(metric.rawValue)")
    }
    #expect(scores.perClass.allSatisfy { $0.intersectionOverUnion == nil && $0.accuracy == nil })
  }

  @Test("count pixels without a prediction as missed, never as another class")
  func none() throws {
    let image = LabelMapPair(truth: [[0, 0, 1, 1]], prediction: [[0, 255, 1, 1]])
    let scores = try confusion(of: [image], classCount: 2).scores()
    expectScores(scores.perClass.map(\.intersectionOverUnion), [0.5, 1], within: 0, "IoU")
    #expect(scores.aAcc == 0.75)
    #expect(scores.perClass.map(\.predictedPixels) == [1, 2])
  }

  @Test("keep predictions on a background that is left out as false positives")
  func background() throws {
    // Two of the four background pixels are taken for class 1.
    let image = LabelMapPair(
      truth: [[0, 0, 0, 0], [1, 1, 2, 2]], prediction: [[1, 1, 2, 0], [1, 1, 2, 2]])
    let scores = try confusion(of: [image], classCount: 3).scores(leavingOut: [0])
    #expect(scores.leftOut == [0])
    expectScore(scores.mIoU, (2.0 / 4 + 2.0 / 3) / 2, within: 1e-15, "mIoU")
    expectScore(scores.mAcc, 1, within: 0, "mAcc")
    expectScore(scores.aAcc, 5.0 / 8, within: 0, "aAcc over all scored pixels")
    expectScore(scores.fwIoU, (2.0 / 4 + 2.0 / 3) / 2, within: 1e-15, "fwIoU")
    expectScore(
      scores.perClass[0].intersectionOverUnion, 1.0 / 4, within: 0, "IoU of the background")
  }
}
