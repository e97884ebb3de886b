import CLIP
import Foundation
import OpenVocabulary

/// The experiment that a cell of a published table asks for, as far as it can be told without data and
/// weights.
///
/// A run belongs to the cell when all that is stored of its experiment equals what the configuration
/// says today: a run of another protocol, on other images or with other weights never does.
struct CellExperiment: Sendable {
  /// The configuration's name.
  let config: String

  /// The experiment.
  let file: ExperimentFile

  private let protocolContent: JSONValue
  private let templates: JSONValue
  private let classes: JSONValue
  private let methods: [String: JSONValue]

  /// Resolves a configuration by its name.
  ///
  /// - Throws: `ConfigurationError` where there is none or it is wrong, `OpenVocabularyError` where its
  ///   templates or class names are.
  init(_ config: Stated<String>, in surroundings: Surroundings) throws {
    self.config = config.value
    var surroundings = surroundings
    // Where the data lie is no part of what an experiment is; a path through the variable must resolve.
    if surroundings.variable(DataFolder.variable) == nil {
      surroundings.environment[DataFolder.variable] = surroundings.workingDirectory.path
    }
    let place = try ResourceLocator(surroundings).locate(
      .experiments, config.value, statedAt: config.origin)
    file = try ExperimentFile(ConfigurationDocument(contentsOf: place, in: surroundings))
    guard file.model.name != nil else {
      throw ConfigurationError.missingKey(
        file: surroundings.displayName(of: place), key: "model.name",
        expected: "the published model that the table's numbers are of", hint: nil)
    }
    protocolContent = try file.evaluationProtocol.content(for: file.task).asStored()
    let sentences = try PromptTemplates(
      contentsOf: file.templates.value.file(
        .templates, statedAt: file.templates.origin, in: surroundings))
    templates = .content(ofList: sentences.contents, count: sentences.count)
    let names = try DatasetOpener(file).classList()
    classes = .content(ofList: names.contents, count: names.count)
    methods = try Dictionary(
      uniqueKeysWithValues: file.methods.map { ($0.name, try $0.content.asStored()) })
  }

  /// The protocol that the experiment starts from.
  var presetName: String { file.document.presetName }

  /// The published weights that it needs.
  var modelName: String { file.model.name?.value.name ?? "" }

  /// Whether a run asks the same question of the same data set, whatever else it does.
  func isRelated(to run: ResultDocument) -> Bool {
    let content = run.experiment["content"]
    return content?["task"]?.text == file.task.rawValue
      && content?["dataset", "kind"]?.text == file.dataset.kind.rawValue
  }

  /// What keeps a related run from being the one that is asked for; empty for the one that is.
  func deviations(of run: ResultDocument) -> [RunDeviation] {
    let content = run.experiment["content"] ?? .null
    var deviations: [RunDeviation] = []
    if let scenes = run.demo { deviations.append(.drawn(scenes)) }

    let kind = file.dataset.kind
    let split = file.dataset.split ?? kind.standardSplit
    let published = kind.publishedImageCounts(of: split)
    let images = run.rows.map(\.images)
    if !images.allSatisfy(published.contains) || images.isEmpty {
      deviations.append(.images(got: images.min() ?? 0, published: published))
    }
    if content["dataset", "split"]?.text != split {
      deviations.append(
        .split(got: content["dataset", "split"]?.words ?? "none", expected: split ?? "none"))
    }
    let choices: [(String, JSONValue)] = [
      ("protocol", protocolContent), ("templates", templates), ("classes", classes),
    ]
    for (key, expected) in choices {
      for difference in expected.differences(from: content[key], at: [key]) {
        deviations.append(
          .choice(
            difference.path, got: difference.values.1?.words ?? "not stated",
            expected: difference.values.0?.words ?? "not stated"))
      }
    }
    return deviations + modelDeviations(content["model"] ?? .null)
  }

  /// The name of a run's row for one of the experiment's methods, found by what the method does and not
  /// by what it is called; `nil` where the run has no such method.
  func rowName(
    ofMethod method: String, reading: String?, in run: ResultDocument
  ) -> String? {
    guard let wanted = methods[method],
      case .array(let contents)? = run.experiment["content", "methods"],
      case .array(let names)? = run.experiment["description", "methods"],
      let index = contents.firstIndex(of: wanted), names.indices.contains(index),
      let name = names[index].text
    else { return nil }
    return reading.map { "\(name), \($0)" } ?? name
  }

  private func modelDeviations(_ model: JSONValue) -> [RunDeviation] {
    guard let expected = file.model.name?.value else { return [] }
    guard let digits = model["checkpoint"]?.text else {
      return [.weights(got: "unknown, as of predictions that were saved", expected: expected.name)]
    }
    guard digits == expected.hash.description else {
      let known = KnownCheckpoint.all.first { $0.hash.description == digits }?.name
      return [.weights(got: known ?? "\(digits.prefix(12))…", expected: expected.name)]
    }
    var deviations: [RunDeviation] = []
    let vocabulary = KnownCheckpoint.vocabularyHash.description
    if model["vocabulary"]?.text != vocabulary {
      deviations.append(
        .network(
          "the vocabulary", got: "\((model["vocabulary"]?.words ?? "none").prefix(12))…",
          expected: "\(vocabulary.prefix(12))…"))
    }
    guard let network = try? NamedArchitecture.named(expected.name) else { return deviations }
    for (key, value) in ModelFiles.content(ofPublished: network) {
      for difference in value.differences(from: model[key], at: ["model", key]) {
        deviations.append(
          .network(
            difference.path, got: difference.values.1?.words ?? "not stated",
            expected: difference.values.0?.words ?? "not stated"))
      }
    }
    return deviations
  }
}
