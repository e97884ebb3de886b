import CLIP
import Datasets
public import Metrics
import OpenVocabulary
public import Tensors

/// Looks into the layers of an experiment's network over its images.
public struct LayerDiagnosis: Sendable {
  /// What came out.
  public struct Report: Sendable {
    /// The measurements.
    public let scores: LayerScores

    /// For each of ``Metrics/LayerScores/distances`` the method whose attention it is.
    public let ways: [String]

    /// The size that images were brought to.
    public let inputSize: InputSize
  }

  /// What is asked.
  public let experiment: Experiment

  private let inputSize: InputSize
  private let dataset: RegionDataset

  /// Prepares the diagnosis of an experiment.
  ///
  /// - Throws: ``LayerDiagnosisError`` where the experiment is of a task that asks for no regions, or has
  ///   several input sizes.
  public init(of experiment: Experiment) throws(LayerDiagnosisError) {
    guard experiment.file.task == .explainability, case .regions(let dataset) = experiment.data
    else { throw .otherTask(got: experiment.file.task) }
    let sizes = experiment.evaluationProtocol.inputSizes[.explainability]
    guard sizes.count == 1 else { throw .severalInputSizes(got: sizes) }
    self.experiment = experiment
    self.dataset = dataset
    inputSize = sizes[0]
  }

  /// Follows every image through the network.
  ///
  /// - Parameters:
  ///   - multiplier: What multiplies the matrices.
  ///   - progress: Told how far it has come, one call at a time.
  /// - Returns: The same numbers for any number of workers and any batch.
  /// - Throws: Whatever is wrong with a file, and `CLIPError` where the network has no such layers.
  public func report(
    using multiplier: any MatrixMultiplier, progress: @escaping @Sendable (RunProgress) -> Void
  ) throws -> Report {
    let workers = Workers(experiment.file.workers)
    let model = try ExperimentModel(
      of: experiment, multiplier: multiplier, workers: workers, progress: progress)
    guard let tower = model.clip.vision as? VisionTransformer else { throw CLIPError.noLayers }
    let task = LayerTask(
      model: model.clip, tower: tower,
      classifier: try model.classifier(of: experiment, progress: progress),
      redundantFeature: try model.ensemble.redundantFeature(),
      ways: LayerWay.ways(of: experiment.methods), multiplier: multiplier, inputSize: inputSize,
      tokenNormalisation: experiment.evaluationProtocol.tokenNormalisation,
      source: dataset.source, classCount: dataset.classList.count)
    let total = dataset.samples.count
    let tally = try Runner(workers: workers, batch: experiment.file.batch).run(
      task, over: dataset.samples,
      progress: { completed, _ in progress(RunProgress(.evaluatingImages, completed, of: total)) })
    return Report(scores: tally.scores, ways: task.ways.map(\.name), inputSize: inputSize)
  }
}
