/// Something in which runs on one data set differ beside method and model, so that their scores cannot
/// be compared.
public struct RunDifference: Sendable, Equatable {
  /// The key in the stored experiment, for example `protocol.inputSize`.
  public let key: String

  /// What it is in which runs, by their positions, in the order in which the values occur.
  public let values: [Value]

  /// A value and the runs that have it.
  public struct Value: Sendable, Equatable {
    /// The value in words.
    public let words: String

    /// The positions of the runs.
    public let runs: [Int]
  }
}

extension RunDifference {
  /// The differences between runs, sorted by their keys; empty where the runs can be compared.
  ///
  /// The methods are what one compares, and the model has a column of its own; what is stated about a
  /// model counts where all runs have the same weights.
  public static func between(_ runs: [ResultDocument]) -> [RunDifference] {
    let weights = Set(runs.map { $0.experiment["content", "model", "checkpoint"]?.text })
    let statements = runs.map { leaves(of: $0, countingModel: weights.count == 1) }
    let keys = Set(statements.flatMap(\.keys)).sorted()
    return keys.compactMap { key in
      var values: [(content: JSONValue?, runs: [Int])] = []
      for (index, leaves) in statements.enumerated() {
        if let place = values.firstIndex(where: { $0.content == leaves[key] }) {
          values[place].runs.append(index)
        } else {
          values.append((leaves[key], [index]))
        }
      }
      guard values.count > 1 else { return nil }
      return RunDifference(
        key: key,
        values: values.map { Value(words: $0.content?.words ?? "not stated", runs: $0.runs) })
    }
  }

  private static func leaves(
    of run: ResultDocument, countingModel: Bool
  ) -> [String: JSONValue] {
    guard case .object(var content)? = run.experiment["content"] else { return [:] }
    content["methods"] = nil
    if !countingModel { content["model"] = nil }
    return JSONValue.object(content).leaves()
  }
}
