import Metrics

/// What makes rows of a task's sums: their names, and the choices of the protocol that are made after
/// the images.
struct ScoringRules: Sendable {
  /// The rows of the table.
  let rowNames: [String]

  /// One name a class.
  let classNames: [String]

  /// What classes without true pixels do to the means of a segmentation.
  var absentClasses: AbsentClassPolicy

  /// Classes that count in no mean of a segmentation.
  let leftOutOfMeans: Set<Int>

  /// How the explainability task turns maps into scores.
  let explanation: ExplanationChoices
}

extension ScoringRules {
  /// The rules that a result was made by.
  init(of result: ResultDocument) {
    self.init(
      rowNames: result.rows.map(\.method),
      classNames: result.rows.first?.perClass.map(\.name) ?? [],
      absentClasses: result.absentClassPolicy ?? .predictedCountsZero,
      leftOutOfMeans: Set(result.rows.first?.leftOutOfMeans ?? []),
      explanation: ExplanationChoices(of: result))
  }

  /// The number of classes.
  var classCount: Int { classNames.count }
}

extension ExplanationChoices {
  /// The choices that a result was made by; the paper's where it states none.
  init(of result: ResultDocument) {
    let rule = result.experiment["content", "protocol", "explainability", "threshold"]
    thresholdScope = rule?["scope"]?.text.flatMap(ThresholdScope.init) ?? .dataset
    thresholdAverage = rule?["average"]?.text.flatMap(ThresholdAverage.init) ?? .classThenDataset
    countsBackground = rule?["background"] == .boolean(true)
  }
}
