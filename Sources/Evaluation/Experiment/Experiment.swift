public import Datasets
public import DemoWorld
public import Foundation
public import OpenVocabulary

/// An experiment that is ready to run: every choice made, every file found and its content hashed.
public struct Experiment: Sendable {
  /// What an experiment is opened for.
  public enum Purpose: Sendable, Equatable {
    /// Predicting and scoring, which needs the network and the images.
    case evaluating

    /// Scoring predictions that were saved before, which needs neither.
    case scoringPredictions

    /// Scoring the scores in a folder, which another program computed; that needs neither.
    case scoringMaps(URL)
  }

  /// The settings that it was made from.
  public let file: ExperimentFile

  /// What is done to CLIP, one row of the table each at each input size; none where the scores are from
  /// elsewhere.
  ///
  /// A task may run another one in its place: ``EvaluationProtocol/effective(_:in:)``.
  public let methods: [Method]

  /// Everything beside method, model and data that moves the number.
  public let evaluationProtocol: EvaluationProtocol

  /// The sentences that class names are put into.
  public let templates: PromptTemplates

  /// The images that are evaluated, the classes, and the truth.
  public let data: EvaluationData

  /// What says that the data are drawn scenes and no benchmark; `nil` where nothing does.
  public let demo: DemoMarker?

  /// Where the scores are from.
  public let origin: ScoreOrigin

  /// The network's files; `nil` where no network runs.
  public var model: ModelFiles? {
    if case .model(let files) = origin { files } else { nil }
  }

  /// Opens everything that an experiment's settings name.
  ///
  /// - Parameters:
  ///   - file: The settings.
  ///   - selection: The samples to limit the experiment to.
  ///   - purpose: What the experiment is opened for.
  /// - Throws: `ConfigurationError`, `DatasetError` or `OpenVocabularyError` where something is missing
  ///   or unsound.
  /// - Complexity: Reads the checkpoint once, to hash it.
  public init(
    opening file: ExperimentFile, selecting selection: SampleSelection = .all,
    for purpose: Purpose = .evaluating
  ) throws {
    self.file = file
    evaluationProtocol = file.evaluationProtocol
    let surroundings = file.document.surroundings
    templates = try PromptTemplates(
      contentsOf: file.templates.value.file(
        .templates, statedAt: file.templates.origin, in: surroundings))

    // Whoever lacks both the data and the weights should learn of both at once.
    let location = purpose == .evaluating ? Result { try ModelLocation(file) } : nil
    let opened: EvaluationData
    do {
      opened = try DatasetOpener(file).open(
        selecting: selection, requiring: purpose == .evaluating ? .imagesAndLabels : .labels)
    } catch let error as ConfigurationError {
      if case .failure(let other as ConfigurationError)? = location {
        throw ConfigurationError.several([error, other])
      }
      throw error
    }
    data = opened
    demo = opened.demo
    if let location {
      methods = file.methods
      origin = .model(try ModelFiles(hashing: location.get()))
    } else {
      methods = []
      origin = try .elsewhere(purpose, file, opened)
    }
  }
}
