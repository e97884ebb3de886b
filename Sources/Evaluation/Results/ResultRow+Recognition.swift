import Metrics

extension ResultRow {
  /// Computes a row from the scores and the truth of all images.
  init(method: String, classNames: [String], tally: RecognitionTally) {
    let scores = tally.scores(countingUnlabelledImages: true)
    let labelled = tally.scores(countingUnlabelledImages: false)
    self.init(
      method: method, images: scores.images,
      metrics: [
        .mAP: scores.mAP.percent, .labelledMAP: labelled.mAP.percent,
        .f1AtThree: tally.topLabels(3).f1.percent, .f1AtFive: tally.topLabels(5).f1.percent,
      ],
      perClass: zip(classNames, scores.perClass).map { name, score in
        ClassRow(
          name: name, scores: [.averagePrecision: score.averagePrecision.percent],
          counts: [.positives: Int64(score.positives)])
      },
      counts: ["labelledImages": labelled.images])
  }
}
