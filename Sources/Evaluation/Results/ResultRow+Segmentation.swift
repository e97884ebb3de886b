public import Metrics

extension ResultRow {
  /// Computes a row from the counts of a segmentation.
  ///
  /// - Parameters:
  ///   - method: The method's name.
  ///   - classNames: One name a class of the matrix.
  ///   - images: How many images were counted.
  ///   - confusion: The counts.
  ///   - policy: What classes without true pixels do to the means.
  ///   - leftOut: Classes that count in no mean.
  /// - Precondition: there are as many names as classes.
  public init(
    method: String, classNames: [String], images: Int, confusion: ConfusionMatrix,
    policy: AbsentClassPolicy, leavingOut leftOut: Set<Int>
  ) {
    precondition(
      classNames.count == confusion.classCount,
      "\(classNames.count) names for \(confusion.classCount) classes")
    let scores = confusion.scores(policy: policy, leavingOut: leftOut)
    let summary = scores.summary
    self.init(
      method: method, images: images,
      metrics: Dictionary(
        uniqueKeysWithValues: ScoreName.segmentation.map { ($0, summary[$0].percent) }),
      perClass: zip(classNames, scores.perClass).map { name, score in
        ClassRow(
          name: name,
          scores: [
            .iou: score.intersectionOverUnion.percent, .accuracy: score.accuracy.percent,
          ],
          counts: [
            .truthPixels: score.truthPixels, .predictedPixels: score.predictedPixels,
          ])
      },
      leftOutOfMeans: scores.leftOut, confusion: confusion)
  }
}
