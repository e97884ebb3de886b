import Datasets
import Foundation

/// A task that holds similarities against the truth of images, wherever they are from.
protocol ScoredTask: RecordedTask where Input == Sample {
  /// What gives the similarities.
  var scorer: any SampleScorer { get }
}

extension ScoredTask {
  /// The methods.
  public var rowNames: [String] { scorer.rowNames }

  /// What is scored, and its labels.
  public func files(of sample: Sample, row: Int) -> [String: URL] {
    scorer.files(of: sample.picture, row: row).merging(["label": sample.label]) { $1 }
  }
}
