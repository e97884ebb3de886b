import CLIP
import Foundation
import Metrics
import OpenVocabulary
import TestSupport

@testable import Evaluation

/// Results as a run of one of the tables' experiments on the whole published data would leave them; the
/// numbers are made up.
struct PaperRun {
  var content: [String: JSONValue]
  var methods: [String]
  var metrics: [String: [ScoreName: Double?]]
  var images: Int
  var date = Date(timeIntervalSince1970: 0)

  /// The surroundings in which the shipped files are found.
  static let surroundings = Surroundings(
    environment: [DataFolder.variable: "/nowhere"], workingDirectory: SharedData.packageRoot)

  /// The result of an experiment in `Configs`.
  init(of config: String, metrics: [String: [ScoreName: Double?]]) throws {
    let surroundings = Self.surroundings
    let place = try ResourceLocator(surroundings).locate(
      .experiments, config, statedAt: .standard)
    let file = try ExperimentFile(ConfigurationDocument(contentsOf: place, in: surroundings))
    let kind = file.dataset.kind
    let templates = try PromptTemplates(
      contentsOf: file.templates.value.file(
        .templates, statedAt: file.templates.origin, in: surroundings))
    let classes = try DatasetOpener(file).classList()
    images = kind.publishedImageCounts[0]
    methods = file.methods.map(\.name)
    self.metrics = metrics
    content = [
      "task": .string(file.task.rawValue),
      "methods": .array(file.methods.map(\.content)),
      "protocol": file.evaluationProtocol.content(for: file.task),
      "templates": .content(ofList: templates.contents, count: templates.count),
      "classes": .content(ofList: classes.contents, count: classes.count),
      "dataset": [
        "kind": .string(kind.rawValue), "split": kind.standardSplit.map(JSONValue.string) ?? .null,
      ],
    ]
    let model = file.model.name?.value
    var members: [String: JSONValue] = [
      "checkpoint": .string(model?.hash.description ?? ""),
      "vocabulary": .string(KnownCheckpoint.vocabularyHash.description),
    ]
    let network = try NamedArchitecture.named(model?.name ?? "")
    members.merge(ModelFiles.content(ofPublished: network)) { $1 }
    content["model"] = .object(members)
  }

  /// Replaces a value of the stored experiment.
  mutating func set(_ path: String..., to value: JSONValue) {
    content = Self.replaced(content, path[...], value)
  }

  private static func replaced(
    _ members: [String: JSONValue], _ path: ArraySlice<String>, _ value: JSONValue
  ) -> [String: JSONValue] {
    guard let key = path.first else { return members }
    var members = members
    if path.count == 1 {
      members[key] = value
    } else {
      var inner: [String: JSONValue] = [:]
      if case .object(let existing)? = members[key] { inner = existing }
      members[key] = .object(replaced(inner, path.dropFirst(), value))
    }
    return members
  }

  /// Writes the run's folder.
  func write(to folder: URL) throws {
    let document = ResultDocument(
      hash: ContentHash(of: folder.lastPathComponent).description,
      experiment: [
        "name": .string(folder.lastPathComponent), "content": .object(content),
        "description": ["methods": .array(methods.map(JSONValue.string))],
      ],
      rows: metrics.sorted { $0.key < $1.key }.map { method, metrics in
        ResultRow(method: method, images: images, metrics: metrics, perClass: [])
      },
      execution: Execution(
        date: date, version: "0", arguments: [], processor: "", matrixKernels: nil, workers: 1,
        batch: 1, files: [:], seconds: [:]))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try document.jsonData().write(to: folder.appending(path: "result.json"))
  }
}
