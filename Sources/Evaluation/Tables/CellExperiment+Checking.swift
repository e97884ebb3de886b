import Metrics
import OpenVocabulary

extension CellExperiment {
  /// Checks that the experiment gives what a cell asks for.
  ///
  /// - Throws: `ConfigurationError` where it has no such method or score.
  func check(
    method: Stated<String>, score: ScoreName, of config: Stated<String>
  ) throws(ConfigurationError) {
    let known = file.methods.map(\.name)
    guard known.contains(method.value) else {
      throw .unknownName(
        origin: method.origin, key: "tables.rows.method",
        got: ConfigurationValue.quoted(method.value), suggestion: nil, known: known)
    }
    guard file.task.scores.contains(score) else {
      throw .contradiction(
        origin: config.origin, key: "tables.config",
        problem: """
          is \(config.value), whose task \(file.task.rawValue) gives no \(score.rawValue) but \
          \(file.task.scores.map(\.rawValue).joined(separator: ", "))
          """)
    }
  }

  /// The choices that bear on the task and that the authors did not state, with how sure each is.
  var uncertainChoices: [(key: String, confidence: Confidence)] {
    get throws(ConfigurationError) {
      let content = file.evaluationProtocol.content(for: file.task)
      return try file.document.rows.compactMap { row in
        guard let confidence = row.confidence, confidence != .stated else { return nil }
        let names = Array(row.key.names.dropFirst())
        let isOfTask =
          names == [ProtocolSettings.templates.name] || names == [ProtocolSettings.classNames.name]
          || names.reduce(Optional(content)) { value, name in value?[name] } != nil
        return isOfTask ? (names.joined(separator: "."), confidence) : nil
      }
    }
  }
}
