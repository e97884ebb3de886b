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
    try ExplanationOutcome(id: id, restoring: contents, classCount: classCount)
  }
}
