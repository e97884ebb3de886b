import Imaging
import Metrics
import TestSupport
import Testing

/// Against the confusion matrix of a resample that is written out: each image as often as it was drawn.
@Suite("Resampled segmentation")
struct ResampledSegmentationTests {
  private static let classCount = 7

  @Test(
    "Weighted rows have the scores of the images written out", arguments: [UInt64](1...4),
    AbsentClassPolicy.allCases)
  func equalsWrittenOut(seed: UInt64, policy: AbsentClassPolicy) throws {
    var random = SplitMix64(seed: seed)
    let images = LabelMapPair.random(20, classCount: Self.classCount, using: &random)
    let weights = ResampleWeights.random(20, using: &random)
    let leftOut: Set<Int> = [2]
    let all = ResampledSegmentation(
      try images.map { SegmentationRow(of: try confusion(of: [$0], classCount: Self.classCount)) },
      classCount: Self.classCount, policy: policy, leavingOut: leftOut)
    for kept in [[0, 1, 2, 3, 4, 5, 6], [1, 3, 4], []] {
      let values = all.limited(to: kept).values(weighting: weights)
      for lane in 0..<ResampleLanes.scalarCount {
        let matrix = try confusion(
          of: ResampleWeights.writtenOut(images, weights, lane: lane), classCount: Self.classCount)
        let limited = matrix.scores(
          policy: policy,
          leavingOut: leftOut.union((0..<Self.classCount).filter { !kept.contains($0) }))
        let whole = matrix.scores(policy: policy, leavingOut: leftOut)
        let expected =
          [limited.mIoU, limited.mAcc, whole.aAcc, whole.fwIoU]
          + whole.perClass.map(\.intersectionOverUnion)
        #expect(
          values.map { $0[lane].isNaN ? nil : $0[lane] } == expected,
          "seed \(seed), lane \(lane), classes \(kept)")
      }
    }
  }

  @Test("Joined rows have the scores of all images")
  func joins() throws {
    var random = SplitMix64(seed: 5)
    let images = LabelMapPair.random(16, classCount: Self.classCount, using: &random)
    let weights = ResampleWeights.random(16, using: &random)
    let rows = try images.map {
      SegmentationRow(of: try confusion(of: [$0], classCount: Self.classCount))
    }
    func resampled(_ rows: some Sequence<SegmentationRow>) -> ResampledSegmentation {
      ResampledSegmentation(Array(rows), classCount: Self.classCount, policy: .zero)
    }
    let joined = resampled(rows.prefix(9)).appending(resampled(rows.dropFirst(9)))
    #expect(joined.imageCount == 16)
    #expect(joined.imagesShowingClass == resampled(rows).imagesShowingClass)
    let values = (joined.values(weighting: weights), resampled(rows).values(weighting: weights))
    for lane in 0..<ResampleLanes.scalarCount {
      expectValues(
        values.0.map { $0[lane] }, values.1.map { $0[lane].isNaN ? nil : $0[lane] }, within: 0,
        "lane \(lane)")
    }
  }

  @Test("An image shows the classes of its truth, not those of its prediction")
  func showsTruth() {
    let rows = [[(0, 4, 6), (1, 0, 3)], [(1, 2, 0)], []].map { classes in
      SegmentationRow(
        classes: classes.map { classID, prediction, truth in
          SegmentationRow.ClassPixels(
            classID: classID, intersection: 0, prediction: Int64(prediction), truth: Int64(truth))
        })
    }
    let resampled = ResampledSegmentation(rows, classCount: 3)
    #expect(resampled.imagesShowingClass == [[0], [0], []])
    #expect(resampled.imageCount == 3)
  }
}

extension LabelMapPair {
  /// Small images whose later classes are rare and whose last class is predicted and never true.
  fileprivate static func random(
    _ count: Int, classCount: Int, using random: inout SplitMix64
  ) -> [LabelMapPair] {
    (0..<count).map { _ in
      let pixels = Int.random(in: 3...30, using: &random)
      func labels(below bound: Int) -> LabelMap {
        LabelMap(
          width: pixels, height: 1,
          labels: (0..<pixels).map { _ in
            let draw = Int.random(in: 0...bound, using: &random)
            return draw == bound
              ? LabelMap.ignored : UInt16(min(draw, Int.random(in: 0..<bound, using: &random)))
          })
      }
      return LabelMapPair(
        truth: labels(below: classCount - 1), prediction: labels(below: classCount))
    }
  }
}
