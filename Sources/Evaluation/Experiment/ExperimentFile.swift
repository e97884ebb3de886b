public import Foundation
public import Metrics
public import OpenVocabulary

/// An experiment as its configuration states it: typed and checked, nothing opened yet.
public struct ExperimentFile: Sendable {
  /// The configuration that it was read from.
  public let document: ConfigurationDocument

  /// What tables and run folders call the experiment.
  public let name: String

  /// The question that is asked.
  public let task: TaskKind

  /// What is done to CLIP, one row of the table each at each input size.
  public let methods: [Method]

  /// Everything beside method, model and data that moves the number.
  public let evaluationProtocol: EvaluationProtocol

  /// The scores that the experiment should reach.
  public let expectations: [ScoreName: Expectation]

  /// The run folder, where one is stated.
  public let output: URL?

  /// How many images are evaluated at a time.
  public let workers: Int

  /// How many images a worker takes up at a time.
  public let batch: Int

  let templates: Stated<ResourceName>
  let classNames: Stated<ClassNames>
  let model: ModelStatement
  let dataset: DatasetStatement

  /// Reads an experiment from its configuration.
  ///
  /// - Throws: `ConfigurationError` where a setting is missing or settings contradict each other.
  public init(_ document: ConfigurationDocument) throws(ConfigurationError) {
    typealias Settings = ExperimentSettings
    let reader = SettingReader(
      document.root, in: document.surroundings, file: document.source.name)
    self.document = document
    name =
      try reader.optional(Settings.name)?.value
      ?? document.source.file.deletingPathExtension().lastPathComponent
    task = try reader.required(Settings.task).value

    let protocolReader = reader.group(Settings.evaluationProtocol)
    let evaluationProtocol = try EvaluationProtocol(protocolReader)
    self.evaluationProtocol = evaluationProtocol
    let templates = try protocolReader.required(ProtocolSettings.templates)
    self.templates = Stated(templates.value.value, from: templates.origin)
    let classNames = try protocolReader.required(ProtocolSettings.classNames)
    self.classNames = Stated(classNames.value.value, from: classNames.origin)

    let statements = try reader.required(Settings.method)
    methods = statements.value.flatMap {
      $0.methods(preferring: evaluationProtocol.featureSurgeryVariant)
    }
    var names: Set<String> = []
    if let twice = methods.map(\.name).first(where: { !names.insert($0).inserted }) {
      throw .contradiction(
        origin: statements.origin, key: SettingPath([Settings.method.name]),
        problem: "names \(twice) twice; give each a `name` of its own")
    }

    expectations = try ExpectationSettings.read(
      reader.group(Settings.expects), task: task,
      rowCount: methods.count * evaluationProtocol.inputSizes[task].count)
    model = try ModelStatement(reader.group(Settings.model))
    dataset = try DatasetStatement(reader.group(Settings.dataset))
    output = try reader.optional(Settings.output)?.value
    workers =
      try reader.optional(Settings.workers)?.value ?? ProcessInfo.processInfo.activeProcessorCount
    batch = try reader.required(Settings.batch).value
  }
}

extension ExperimentFile {
  /// Every setting in effect with its value and where that came from.
  public var rows: [SettingRow] {
    get throws(ConfigurationError) {
      var rows = try document.rows
      func addDefault(_ key: SettingPath, _ value: String, at index: Int) {
        guard !rows.contains(where: { $0.key == key }) else { return }
        rows.insert(
          SettingRow(key: key, value: value, confidence: nil, note: nil, origin: .standard),
          at: index)
      }
      addDefault(SettingPath([ExperimentSettings.name.name]), name, at: 0)
      addDefault(
        SettingPath([ExperimentSettings.workers.name]), String(workers), at: rows.count)
      return rows
    }
  }
}
