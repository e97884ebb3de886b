/// Experiments that belong together, in the order in which they are run; a file of `Configs/suites`.
public struct ExperimentSuite: Sendable {
  /// What a suite ends with.
  public enum Ending: Sendable, Equatable {
    /// The runs in one table a task.
    case results

    /// The published tables of a name, with the runs beside their numbers.
    case published(String)
  }

  /// The suite's name.
  public let name: String

  /// One sentence on what it is.
  public let summary: String

  /// The experiments, by their names in `Configs`.
  public let experiments: [String]

  /// What is printed in the end.
  public let ending: Ending

  /// Reads a suite strictly.
  ///
  /// - Parameters:
  ///   - name: The suite's name in `Configs/suites`, or its path.
  ///   - origin: What names it, for messages.
  ///   - surroundings: Where it is looked for.
  /// - Throws: `ConfigurationError` where there is none or it is wrong, or names an experiment twice.
  public init(
    named name: String, statedAt origin: SettingOrigin, in surroundings: Surroundings
  ) throws(ConfigurationError) {
    typealias Keys = SuiteSettings
    let reader = try SettingReader(
      .suites, named: name, statedAt: origin, by: Keys.schema, in: surroundings)
    self.name = try reader.required(Keys.name).value
    summary = try reader.required(Keys.summary).value
    let experiments = try reader.required(Keys.experiments)
    self.experiments = experiments.value
    var seen: Set<String> = []
    if let twice = experiments.value.first(where: { !seen.insert($0).inserted }) {
      throw .contradiction(
        origin: experiments.origin, key: "experiments", problem: "names \(twice) twice")
    }
    let table = try reader.required(Keys.table).value
    ending = table == Keys.results ? .results : .published(table)
  }
}
