/// A choice of the protocol by which a run was computed, as its result stores it.
public struct ProtocolChoice: Sendable, Equatable {
  /// The key under `protocol` in a configuration, for example `inputSize`.
  public let key: String

  /// What was chosen, in words.
  public let value: String

  /// How sure it is that the paper's numbers were made so; `nil` where the result does not say.
  public let confidence: Confidence?

  /// Why it was chosen.
  public let note: String?
}

extension ResultDocument {
  /// The choices of the protocol that the run's task reads, sorted by their keys.
  public var protocolChoices: [ProtocolChoice] {
    var values = (experiment["content", "protocol"] ?? .object([:])).leaves().mapValues(\.words)
    values["templates"] = experiment["description", "templates"]?.text
    values["classNames"] = experiment["description", "classList"]?.text
    let evidence = experiment["description", "protocol", "evidence"]
    return values.sorted { $0.key < $1.key }.map { key, value in
      ProtocolChoice(
        key: key, value: value,
        confidence: evidence?[key, "status"]?.text.flatMap(Confidence.init),
        note: evidence?[key, "note"]?.text)
    }
  }
}
