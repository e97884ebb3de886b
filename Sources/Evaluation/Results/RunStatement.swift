import Foundation

/// The contents of `run.json`, which a run folder holds until its result is there: what is computed.
///
/// A run is continued only where the same is asked again.
struct RunStatement: Codable, Equatable {
  /// The version of the form of all files of a run.
  let schemaVersion: Int

  /// The experiment's hash.
  let hash: String

  /// The experiment in full.
  let experiment: JSONValue

  /// States what a run computes.
  init(hash: String, experiment: JSONValue) {
    schemaVersion = ResultDocument.currentSchemaVersion
    self.hash = hash
    self.experiment = experiment
  }

  /// States what a run of an experiment computes.
  init(of experiment: Experiment) throws {
    self.init(hash: try experiment.hash.description, experiment: try experiment.document)
  }

  /// Reads the statement of an unfinished run.
  ///
  /// - Throws: ``RunFolderError`` where there is none, or none that this program can read.
  init(contentsOf file: URL) throws(RunFolderError) {
    self = try StoredJSON.value(
      RunStatement.self, contentsOf: file, upToVersion: ResultDocument.currentSchemaVersion)
  }

  /// The statement as its file holds it.
  func jsonData() throws -> Data { try StoredJSON.data(of: self) }

  /// What another experiment asks differently, a line each.
  func differences(from other: RunStatement) -> [String] {
    guard hash != other.hash else { return [] }
    let mine = experiment["content"] ?? .null
    let others = other.experiment["content"] ?? .null
    return mine.differences(from: others).map { difference in
      let (first, second) = difference.values
      return "\(difference.path): \(first?.words ?? "nothing") → \(second?.words ?? "nothing")"
    }
  }
}
