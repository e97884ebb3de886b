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
    let classes = contents.first?.points.map(\.classID) ?? []
    var methods: [[PointOutcome]] = []
    for content in contents {
      guard content.points.map(\.classID) == classes else {
        throw .unfitting(
          got: "points of the classes \(content.points.map(\.classID))",
          expected: "those of \(classes), as for the first method")
      }
      methods.append(try content.outcomes(classCount: classCount))
    }
    return ImagePoints(
      id: id, classes: classes,
      outcomes: classes.indices.map { place in methods.map { $0[place] } })
  }
}
