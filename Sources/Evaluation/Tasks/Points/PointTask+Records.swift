import Datasets
import Metrics
import OpenVocabulary

extension PointTask: ScoredTask {
  /// Each method's points.
  public func contents(of outcome: ImagePoints) -> [PointContent] {
    rowNames.indices.map { method in
      PointContent(classes: outcome.classes, outcomes: outcome.outcomes.map { $0[method] })
    }
  }

  /// The outcome as it was.
  ///
  /// - Throws: ``RecordError/unfitting(got:expected:)``.
  public func outcome(
    restoring contents: [PointContent], ofSample id: String
  ) throws(RecordError) -> ImagePoints {
    try ImagePoints(id: id, restoring: contents, classCount: classCount)
  }
}
