public import Datasets
public import Foundation
import Metrics
import OpenVocabulary
public import Tensors

/// One execution of an experiment, from its files to its result.
public struct ExperimentRun: Sendable {
  /// What is asked.
  public let experiment: Experiment

  /// The threads that share the images.
  public let workers: Workers

  /// How many neighbouring images a worker takes at once.
  public let batch: Int

  /// The version of the program and the arguments it was given, for the result.
  public let program: Program

  /// Shares the images among the workers.
  var runner: Runner { Runner(workers: workers, batch: batch, stoppedBy: interruption) }

  /// The program that runs.
  public struct Program: Sendable {
    /// The version.
    public let version: String

    /// The arguments it was given.
    public let arguments: [String]

    /// Names the program that runs.
    public init(version: String, arguments: [String]) {
      self.version = version
      self.arguments = arguments
    }
  }

  /// What may ask the run to stop.
  public let interruption: Interruption?

  /// Plans an execution with the experiment's own number of workers and batch.
  public init(
    _ experiment: Experiment, by program: Program, stoppedBy interruption: Interruption? = nil
  ) {
    self.experiment = experiment
    self.program = program
    self.interruption = interruption
    workers = Workers(experiment.file.workers)
    batch = experiment.file.batch
  }

  /// Predicts and scores every image, by the network or by scores from elsewhere, and writes the run.
  ///
  /// - Parameters:
  ///   - folder: Where the run goes. When the run is stopped or fails, what was recorded stays there.
  ///   - savesPredictions: Whether every prediction is written too.
  ///   - multiplier: What multiplies the matrices.
  ///   - progress: Told how far the run has come, one call at a time.
  /// - Returns: The result, as written.
  /// - Throws: Whatever is wrong with a file of the experiment, ``RunFolderError``, ``RecordError``, and
  ///   ``RunInterrupted`` where it was asked to stop.
  public func evaluate(
    into folder: RunFolder, savingPredictions savesPredictions: Bool,
    using multiplier: any MatrixMultiplier,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) throws -> ResultDocument {
    guard !savesPredictions || experiment.file.task == .segmentation else {
      folder.leave()
      throw RunFolderError.noPredictions(task: experiment.file.task.rawValue)
    }
    return try writing(to: folder) { clock in
      let (scorer, multiplies) = try scorer(multiplying: multiplier, progress: progress)
      clock.mark("preparation")
      let names = scorer.rowNames
      let rows = try rows(
        scoredBy: scorer, recordingIn: folder.records, progress: progress
      ) { outcome in
        guard savesPredictions else { return }
        for (name, prediction) in zip(names, outcome.predictions) {
          try folder.write(
            prediction: prediction, of: outcome.id, by: names.count > 1 ? name : nil,
            classCount: experiment.data.classList.count)
        }
      }
      clock.mark("images")
      return try result(
        rows: rows, in: folder, matrixKernels: multiplies ? multiplier.name : nil,
        seconds: clock.seconds)
    }
  }

  /// What gives the similarities, and whether it multiplies matrices for that.
  private func scorer(
    multiplying multiplier: any MatrixMultiplier,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) throws -> (scorer: any SampleScorer, multiplies: Bool) {
    guard case .scoreMaps(let folder) = experiment.origin else {
      return (
        try ImageScorer(experiment, multiplier: multiplier, workers: workers, progress: progress),
        true
      )
    }
    return (
      ScoreMapScorer(
        folder: folder, multiplier: multiplier,
        tokenNormalisation: experiment.evaluationProtocol.tokenNormalisation),
      folder.holdsTokens
    )
  }

  /// Scores predictions that were saved before and writes the run.
  ///
  /// - Parameters:
  ///   - predictions: The folder of predictions.
  ///   - encoding: What their values are.
  ///   - folder: Where the run goes. When the run is stopped or fails, what was recorded stays there.
  ///   - progress: Told how far the run has come, one call at a time.
  /// - Returns: The result, as written.
  /// - Throws: Whatever is wrong with a file, ``RunFolderError``, ``RecordError``, and
  ///   ``RunInterrupted`` where it was asked to stop.
  public func score(
    predictions: URL, encoding: LabelEncoding, into folder: RunFolder,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) throws -> ResultDocument {
    guard case .labelMaps(let dataset) = experiment.data else {
      folder.leave()
      throw RunFolderError.noPredictions(task: experiment.file.task.rawValue)
    }
    return try writing(to: folder) { clock in
      let background = BackgroundTreatment(
        experiment.evaluationProtocol.background, of: dataset)
      let task = try PredictionScoringTask(
        folder: predictions, encoding: encoding, dataset: dataset,
        unscoredClass: background.unscoredClass)
      let tally = try runner.run(
        task, over: dataset.samples, recordingIn: folder.records,
        progress: imageProgress(progress) { scores(of: $0, background: background) })
      clock.mark("images")
      return try result(
        rows: rows(of: tally, methods: task.sources.map(\.method), background: background),
        in: folder, matrixKernels: nil, seconds: clock.seconds)
    }
  }

  private func writing(
    to folder: RunFolder, _ body: (inout StageClock) throws -> ResultDocument
  ) throws -> ResultDocument {
    do {
      var clock = StageClock()
      let result = try body(&clock)
      try folder.finish(with: result)
      return result
    } catch {
      folder.leave()
      throw error
    }
  }

  private func result(
    rows: [ResultRow], in folder: RunFolder, matrixKernels: String?, seconds: [String: Double]
  ) throws -> ResultDocument {
    ResultDocument(
      hash: try experiment.hash.description, experiment: try experiment.document, rows: rows,
      execution: Execution(
        date: Date(), version: program.version, arguments: program.arguments,
        processor: Execution.processorName, matrixKernels: matrixKernels,
        workers: workers.count, batch: batch,
        recordedBefore: folder.isContinued ? folder.records.countBefore : nil,
        files: experiment.files, seconds: seconds))
  }
}
