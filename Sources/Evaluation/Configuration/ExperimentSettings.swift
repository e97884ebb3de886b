import Foundation

/// The settings of an experiment's file.
enum ExperimentSettings {
  static let name = Setting(
    "name", .text,
    "what the tables and the run folder call the experiment; by default the file's name")
  static let task = Setting<TaskKind>(
    "task", .name(of: "a task"), standard: .text(TaskKind.segmentation.rawValue),
    "the question that is asked of the method")
  static let method = Setting<[MethodStatement]>(
    "method", .oneOrMore(.method), standard: .text("clip-surgery"),
    "what is done to CLIP; a list gives one row each, side by side")
  static let evaluationProtocol = SettingGroup(
    "protocol", ProtocolSettings.schema, shorthand: ProtocolSettings.preset.name)
  static let model = SettingGroup(
    "model", ModelSettings.schema, shorthand: ModelSettings.name.name)
  static let dataset = SettingGroup("dataset", DatasetSettings.schema)
  static let expects = SettingGroup("expects", ExpectationSettings.schema)
  static let output = Setting<URL>(
    "output", .path, "the run folder; by default Results/runs/<name>-<time>")
  static let workers = Setting(
    "workers", .count(of: "threads", in: 1...1024),
    "images evaluated at a time, one thread each; by default one for each processor core")
  static let batch = Setting(
    "batch", .count(of: "images", in: 1...4096), standard: .number("1"),
    "images that a worker takes up at a time; never changes a score")
}

extension SettingSchema {
  /// The keys of an experiment's file.
  static let experiment = SettingSchema([
    ConfigurationLoader.extends, ExperimentSettings.name, ExperimentSettings.task,
    ExperimentSettings.method, ExperimentSettings.evaluationProtocol, ExperimentSettings.model,
    ExperimentSettings.dataset, ExperimentSettings.expects, ExperimentSettings.output,
    ExperimentSettings.workers, ExperimentSettings.batch,
  ])
}
