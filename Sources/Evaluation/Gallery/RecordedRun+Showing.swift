extension RecordedRun {
  /// Checks that the images and the truth of an experiment are those of the run.
  ///
  /// Of a run of the network the whole experiment has to be the same. Where the scores are from elsewhere,
  /// what gave them is not asked for again: the classes, the data and the background are what a picture
  /// shows.
  ///
  /// - Throws: ``RunFolderError/otherExperiment(_:differences:)``.
  func checkShows(_ experiment: Experiment) throws {
    guard isFromElsewhere, !isOfPredictions else {
      return try result.checkIsOf(experiment, at: url)
    }
    let shown = RunStatement(
      hash: "shown", experiment: ["content": Self.shown(in: result.experiment["content"])])
    let asked = RunStatement(
      hash: "asked", experiment: ["content": Self.shown(in: experiment.content)])
    let differences = shown.differences(from: asked)
    guard differences.isEmpty else {
      throw RunFolderError.otherExperiment(url, differences: differences)
    }
  }

  /// What of an experiment's content a picture shows.
  private static func shown(in content: JSONValue?) -> JSONValue {
    [
      "task": content?["task"] ?? .null, "classes": content?["classes"] ?? .null,
      "dataset": content?["dataset"] ?? .null,
      "background": content?["protocol", "background"] ?? .null,
    ]
  }
}
