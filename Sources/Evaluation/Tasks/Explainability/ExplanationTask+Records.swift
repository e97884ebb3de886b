import Datasets
import Metrics
import OpenVocabulary

extension ExplanationTask: ScoredTask {
  /// Each method's maps.
  public func contents(of outcome: ExplanationOutcome) -> [ExplanationContent] {
    outcome.maps.map { ExplanationContent(classes: outcome.classes, maps: $0) }
  }

  /// The outcome as it was.
  ///
  /// - Throws: ``RecordError/unfitting(got:expected:)``.
  public func outcome(
    restoring contents: [ExplanationContent], ofSample id: String
  ) throws(RecordError) -> ExplanationOutcome {
    let classes = contents.first?.maps.map(\.classID) ?? []
    var methods: [[MapOutcome]] = []
    for content in contents {
      guard content.maps.map(\.classID) == classes else {
        throw .unfitting(
          got: "maps of the classes \(content.maps.map(\.classID))",
          expected: "those of \(classes), as for the first method")
      }
      methods.append(try content.outcomes(classCount: classCount))
    }
    return ExplanationOutcome(
      id: id, fold: ImageFold.ofImage(named: id), classes: classes, maps: methods)
  }
}
