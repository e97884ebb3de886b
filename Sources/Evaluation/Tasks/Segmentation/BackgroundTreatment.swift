import Datasets

/// What a data set's background class does to prediction and score.
struct BackgroundTreatment: Sendable {
  /// The class whose pixels are not scored.
  let unscoredClass: Int?

  /// The classes that no pixel is predicted to be.
  let neverPredicted: Set<Int>

  /// The classes that count in no mean.
  let leftOutOfMeans: Set<Int>

  /// Applies the protocol's rule to a data set; one without a background class needs none.
  init(_ rule: BackgroundRule, of dataset: Dataset) {
    let background: Set<Int> = dataset.backgroundClass.map { [$0] } ?? []
    switch rule {
    case .ignore:
      unscoredClass = dataset.backgroundClass
      neverPredicted = background
      leftOutOfMeans = background
    case .falsePositive:
      unscoredClass = nil
      neverPredicted = background
      leftOutOfMeans = background
    case .class:
      unscoredClass = nil
      neverPredicted = []
      leftOutOfMeans = []
    }
  }
}
