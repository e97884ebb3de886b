import Metrics
import TestSupport
import Testing

@Suite("The pixels of one image")
struct SegmentationRowTests {
  @Test(
    "Cells give what the scores of their matrix count, class by class", arguments: [UInt64](1...5))
  func cells(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let classCount = 23
    var matrix = ConfusionMatrix(classCount: classCount)
    var cells: [(truth: Int, prediction: Int, pixels: Int64)] = []
    for _ in 0..<30 {
      let cell = (
        truth: Int.random(in: 0..<classCount, using: &random),
        prediction: Int.random(in: 0...classCount, using: &random),
        pixels: Int64.random(in: 1...900, using: &random)
      )
      cells.append(cell)
      matrix.add(cell.pixels, truth: cell.truth, prediction: cell.prediction)
    }
    let expected = matrix.scores().perClass.enumerated().compactMap { classID, score in
      score.truthPixels + score.predictedPixels == 0
        ? nil
        : SegmentationRow.ClassPixels(
          classID: classID, intersection: score.correctPixels,
          prediction: score.predictedPixels, truth: score.truthPixels)
    }
    #expect(
      SegmentationRow(cells: cells, classCount: classCount).classes == expected, "seed \(seed)")
    #expect(SegmentationRow(of: matrix).classes == expected, "seed \(seed)")
  }

  @Test(
    "An image without scored pixels shows nothing, and pixels without a prediction are of no class")
  func few() {
    #expect(SegmentationRow(cells: [], classCount: 3).classes.isEmpty)
    #expect(
      SegmentationRow(cells: [(truth: 1, prediction: 3, pixels: 5)], classCount: 3).classes
        == [.init(classID: 1, intersection: 0, prediction: 0, truth: 5)])
  }
}
