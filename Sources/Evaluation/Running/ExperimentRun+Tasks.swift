import Datasets
import Metrics
import OpenVocabulary
import Tensors

extension ExperimentRun {
  /// Runs the experiment's task over its images and sums it up, one row a method at each input size.
  ///
  /// - Parameters:
  ///   - scorer: What gives the similarities of the images.
  ///   - log: Where what every image gives is kept, and what earlier processes have left.
  ///   - progress: Told how many images are done.
  ///   - keep: Receives every image's segmentation, where that is the task.
  /// - Returns: The rows, for multi-label recognition more.
  /// - Throws: Whatever is wrong with a file of the images, and what `keep` throws.
  func rows(
    scoredBy scorer: any SampleScorer, recordingIn log: RecordLog,
    progress: @escaping @Sendable (RunProgress) -> Void,
    keepingSegmentations keep: @Sendable (SegmentationOutcome) throws -> Void
  ) throws -> [ResultRow] {
    let choices = experiment.evaluationProtocol
    let methods = scorer.rowNames
    switch experiment.data {
    case .labelMaps(let dataset):
      let background = BackgroundTreatment(choices.background, of: dataset)
      let task = SegmentationTask(scorer, dataset: dataset, background: background)
      let tally = try runner.run(
        task, over: dataset.samples, recordingIn: log, keeping: keep,
        progress: imageProgress(progress) { scores(of: $0, background: background) })
      return rows(of: tally, methods: methods, background: background)

    case .regions(let dataset) where experiment.file.task == .points:
      let task = PointTask(scorer, dataset: dataset, threshold: choices.pointThreshold)
      let tally = try runner.run(
        task, over: dataset.samples, recordingIn: log,
        progress: imageProgress(progress) { $0.rows.map(\.scores.mean.both) })
      return tally.resultRows(by: rules(rowNames: methods))

    case .regions(let dataset):
      let task = ExplanationTask(scorer, dataset: dataset, choices: choices.explanation)
      let scores = { @Sendable (sums: ExplanationTally) in
        sums.scores(
          scope: choices.explanation.thresholdScope, average: choices.explanation.thresholdAverage)
      }
      let tally = try runner.run(
        task, over: dataset.samples, recordingIn: log,
        progress: imageProgress(progress) { $0.rows.map { scores($0).mIoU } })
      return tally.resultRows(by: rules(rowNames: methods))

    case .labelledImages(let dataset):
      let task = RecognitionTask(
        scorer, dataset: dataset, softmaxScale: choices.softmaxScale)
      // Average precision ranks all images anew for every number it gives.
      let tally = try runner.run(
        task, over: dataset.images, recordingIn: log,
        progress: imageProgress(progress) { _ in [] })
      return tally.resultRows(by: rules(rowNames: task.rowNames))
    }
  }

  /// The rows of a segmentation's counts.
  func rows(
    of tally: SegmentationTally, methods: [String], background: BackgroundTreatment
  ) -> [ResultRow] {
    tally.resultRows(by: rules(rowNames: methods, leavingOut: background.leftOutOfMeans))
  }

  /// The rules by which sums become rows.
  private func rules(rowNames: [String], leavingOut leftOut: Set<Int> = []) -> ScoringRules {
    ScoringRules(
      rowNames: rowNames, classNames: experiment.data.classList.names,
      absentClasses: experiment.evaluationProtocol.absentClasses, leftOutOfMeans: leftOut,
      explanation: experiment.evaluationProtocol.explanation)
  }

  /// The mIoU of each method's counts.
  func scores(of tally: SegmentationTally, background: BackgroundTreatment) -> [Double?] {
    tally.confusions.map {
      $0.scores(
        policy: experiment.evaluationProtocol.absentClasses,
        leavingOut: background.leftOutOfMeans
      ).mIoU
    }
  }

  /// Passes on how many images are done, and how to tell the scores so far.
  func imageProgress<Tally: Sendable>(
    _ progress: @escaping @Sendable (RunProgress) -> Void,
    scores: @escaping @Sendable (Tally) -> [Double?]
  ) -> @Sendable (Int, Tally) -> Void {
    let total = experiment.data.imageCount
    return { completed, tally in
      progress(
        RunProgress(.evaluatingImages, completed, of: total) { scores(tally).map(\.percent) })
    }
  }
}
