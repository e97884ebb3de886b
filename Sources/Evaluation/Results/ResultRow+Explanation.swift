import Metrics

extension ResultRow {
  /// Computes a row from the scores of explanations.
  init(method: String, classNames: [String], images: Int, scores: ExplanationScores) {
    self.init(
      method: method, images: images,
      metrics: [
        .mIoU: scores.mIoU.percent, .mSC: scores.mSC.percent,
        .crossFittedMIoU: scores.crossFittedMIoU.percent,
        .allForeground: scores.allForeground.percent, .pixelAP: scores.pixelAP.percent,
        .threshold: scores.threshold.map(Self.hundredths),
      ],
      perClass: zip(classNames, scores.perClass).map { name, score in
        ClassRow(
          name: name,
          scores: [
            .iou: score.overlap.percent, .contrast: score.contrast.percent,
            .allForeground: score.allForeground.percent, .pixelAP: score.pixelPrecision.percent,
            .threshold: score.threshold.map(Self.hundredths),
          ],
          counts: [.pairs: Int64(score.pairs)])
      },
      counts: ["pairs": scores.pairs, "leftOutPairs": scores.leftOutPairs])
  }

  /// A threshold of the grid in double precision: 0.31 and not 0.3100000023841858.
  private static func hundredths(_ threshold: Float) -> Double {
    (Double(threshold) * 100).rounded() / 100
  }
}
