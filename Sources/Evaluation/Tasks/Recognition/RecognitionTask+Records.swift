public import Datasets
public import Foundation
import Metrics

extension RecognitionTask: RecordedTask {
  /// The methods, with where their scores are read from.
  public var rowNames: [String] { rows.map(\.name) }

  /// The image's own id.
  public func id(of image: LabelledImage) -> String { image.id }

  /// What is scored; what the image shows is part of the experiment.
  public func files(of image: LabelledImage, row: Int) -> [String: URL] {
    scorer.files(of: image.picture, row: rows[row].scored)
  }

  /// Each row's scores.
  public func contents(of outcome: RecognitionOutcome) -> [RecognitionContent] {
    outcome.scores.map { RecognitionContent(scores: $0, truth: outcome.truth) }
  }

  /// The outcome as it was.
  ///
  /// - Throws: ``RecordError/unfitting(got:expected:)``.
  public func outcome(
    restoring contents: [RecognitionContent], ofSample id: String
  ) throws(RecordError) -> RecognitionOutcome {
    try RecognitionOutcome(id: id, restoring: contents, classCount: classCount)
  }
}
