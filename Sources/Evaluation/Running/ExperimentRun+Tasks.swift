import Datasets
import Metrics
import OpenVocabulary
import Tensors

extension ExperimentRun {
  /// Runs the experiment's task over its images and sums it up, one row a method.
  ///
  /// - Parameters:
  ///   - scorer: The model and the texts.
  ///   - progress: Told how many images are done.
  ///   - keep: Receives every image's segmentation, where that is the task.
  /// - Returns: One row a method, for multi-label recognition more.
  /// - Throws: Whatever is wrong with a file of the images, and what `keep` throws.
  func rows(
    scoredBy scorer: ImageScorer, progress: @escaping @Sendable (RunProgress) -> Void,
    keepingSegmentations keep: @Sendable (SegmentationOutcome) throws -> Void
  ) throws -> [ResultRow] {
    let runner = Runner(workers: workers, batch: batch)
    let choices = experiment.evaluationProtocol
    let names = experiment.data.classList.names
    let methods = scorer.methods.map(\.name)
    switch experiment.data {
    case .labelMaps(let dataset):
      let background = BackgroundTreatment(choices.background, of: dataset)
      let task = SegmentationTask(scorer, dataset: dataset, background: background)
      let tally = try runner.run(
        task, over: dataset.samples, keeping: keep, progress: imageProgress(progress))
      return rows(of: tally, methods: methods, background: background)

    case .regions(let dataset) where experiment.file.task == .points:
      let task = PointTask(scorer, dataset: dataset, threshold: choices.pointThreshold)
      let tally = try runner.run(
        task, over: dataset.samples, progress: imageProgress(progress))
      return zip(methods, tally.methods).map { method, sums in
        ResultRow(method: method, classNames: names, images: tally.images, scores: sums.scores)
      }

    case .regions(let dataset):
      let task = ExplanationTask(scorer, dataset: dataset, choices: choices.explanation)
      let tally = try runner.run(
        task, over: dataset.samples, progress: imageProgress(progress))
      return zip(methods, tally.methods).map { method, sums in
        ResultRow(
          method: method, classNames: names, images: tally.images,
          scores: sums.scores(
            scope: choices.explanation.thresholdScope,
            average: choices.explanation.thresholdAverage))
      }

    case .labelledImages(let dataset):
      let task = RecognitionTask(
        scorer, dataset: dataset, softmaxScale: choices.softmaxScale)
      let tally = try runner.run(
        task, over: dataset.images, progress: imageProgress(progress))
      return zip(task.rows, tally.rows).map { row, tally in
        ResultRow(method: row.name, classNames: names, tally: tally)
      }
    }
  }

  /// The rows of a segmentation's counts.
  func rows(
    of tally: SegmentationTally, methods: [String], background: BackgroundTreatment
  ) -> [ResultRow] {
    zip(methods, tally.confusions).map { method, confusion in
      ResultRow(
        method: method, classNames: experiment.data.classList.names, images: tally.images,
        confusion: confusion, policy: experiment.evaluationProtocol.absentClasses,
        leavingOut: background.leftOutOfMeans)
    }
  }

  /// Passes on how many images are done.
  func imageProgress<Tally>(
    _ progress: @escaping @Sendable (RunProgress) -> Void
  ) -> @Sendable (Int, Tally) -> Void {
    let total = experiment.data.imageCount
    return { completed, _ in progress(RunProgress(.evaluatingImages, completed, of: total)) }
  }
}
