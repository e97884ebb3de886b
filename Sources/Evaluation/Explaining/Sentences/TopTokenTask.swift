public import Datasets
import Imaging

/// Which tokens of its sentences each image goes with best.
public struct TopTokenTask: SampleTask {
  private let explainer: SentenceExplainer
  private let topCount: Int

  /// Prepares the task.
  ///
  /// - Parameters:
  ///   - explainer: The model and the method.
  ///   - topCount: How many tokens of a sentence are on top.
  /// - Precondition: one is.
  public init(_ explainer: SentenceExplainer, topCount: Int) {
    precondition(topCount > 0, "\(topCount) tokens are on top of none")
    self.explainer = explainer
    self.topCount = topCount
  }

  /// The counts over no pairs.
  public var emptyTally: TopTokenTally { TopTokenTally() }

  /// The tokens of each of an image's sentences, best first, with how many of them are on top.
  ///
  /// - Throws: `ImagingError` when the image cannot be decoded, and what the explainer throws.
  public func outcome(for sample: CaptionedImage) throws -> [RankedTokens] {
    try explainer.explanations(of: RGBImage(contentsOf: sample.image), by: sample.texts).map {
      explanation in
      RankedTokens(
        ranked: explanation.ranking.map { explanation.tokens[$0] }, topCount: topCount)
    }
  }

  /// Adds the pairs of one image.
  public func add(_ outcome: [RankedTokens], to tally: inout TopTokenTally) {
    for pair in outcome { tally.add(pair) }
  }
}
