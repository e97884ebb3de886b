public import Foundation
public import Metrics

/// The contents of `result.json`: what was computed, what came out, and how it went.
///
/// Everything but ``execution`` is byte-identical between runs of one experiment.
public struct ResultDocument: Sendable, Codable, Equatable {
  /// The version of the document's form that this program writes.
  public static let currentSchemaVersion = 1

  /// The version of the document's form.
  public let schemaVersion: Int

  /// The experiment's hash; results of different hashes are never compared without saying so.
  public let hash: String

  /// The experiment in full, as resolved.
  public let experiment: JSONValue

  /// What each method scored.
  public let rows: [ResultRow]

  /// Whatever may differ between equal runs.
  public let execution: Execution

  /// Creates the document of a run that is complete.
  public init(hash: String, experiment: JSONValue, rows: [ResultRow], execution: Execution) {
    schemaVersion = Self.currentSchemaVersion
    self.hash = hash
    self.experiment = experiment
    self.rows = rows
    self.execution = execution
  }

  /// Reads the result of a run folder, or a result file.
  ///
  /// - Throws: ``RunFolderError`` when there is none, or none that this program can read.
  public init(contentsOf url: URL) throws(RunFolderError) {
    self = try StoredJSON.value(
      ResultDocument.self, contentsOf: StoredJSON.resultFile(at: url),
      upToVersion: Self.currentSchemaVersion)
  }

  /// Checks that the result is one of an experiment.
  ///
  /// - Parameters:
  ///   - experiment: The experiment.
  ///   - url: Where the result lies, for the error.
  /// - Throws: ``RunFolderError/otherExperiment(_:differences:)``, with what differs.
  public func checkIsOf(_ experiment: Experiment, at url: URL) throws {
    let asked = try RunStatement(of: experiment)
    let differences = RunStatement(hash: hash, experiment: self.experiment).differences(from: asked)
    guard differences.isEmpty else {
      throw RunFolderError.otherExperiment(url, differences: differences)
    }
  }

  /// What classes without true pixels did to the means, as the experiment states it.
  public var absentClassPolicy: AbsentClassPolicy? {
    experiment["content", "protocol", "absentClasses"]?.text
      .flatMap(AbsentClassPolicy.init(rawValue:))
  }

  /// The question that was asked.
  public var task: TaskKind {
    experiment["content", "task"]?.text.flatMap(TaskKind.init(rawValue:)) ?? .segmentation
  }

  /// Which drawn scenes were evaluated, in words; `nil` where the data are no drawn scenes.
  public var demo: String? {
    experiment["content", "dataset", "demo"]?.text
  }

  /// The document as its file holds it.
  func jsonData() throws -> Data { try StoredJSON.data(of: self) }
}
