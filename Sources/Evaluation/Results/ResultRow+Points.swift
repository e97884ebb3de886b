import Metrics

extension ResultRow {
  /// Computes a row from the scores of points.
  init(method: String, classNames: [String], images: Int, scores: PointScores) {
    self.init(
      method: method, images: images,
      metrics: [
        .pointAccuracy: scores.mean.both.percent,
        .positiveAccuracy: scores.mean.positives.percent,
        .negativeAccuracy: scores.mean.negatives.percent,
        .microPointAccuracy: scores.micro.both.percent,
      ],
      perClass: zip(classNames, scores.perClass).map { name, score in
        ClassRow(
          name: name,
          scores: [
            .accuracy: score.both.percent, .positiveAccuracy: score.positives.percent,
            .negativeAccuracy: score.negatives.percent,
          ],
          counts: [.pairs: Int64(score.pairs)])
      },
      counts: ["pairs": scores.mean.pairs, "pairsWithoutPoints": scores.pairsWithoutPoints])
  }
}
