public import ArgumentParser
public import Evaluation
import Foundation
import Metrics
import Reporting
import Tensors

/// The options that say how images are resampled for intervals.
struct ResamplingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How many resamples the intervals come from.", valueName: "n"))
  var resamples = 2000

  @Option(help: ArgumentHelp("Where the random numbers start.", valueName: "n"))
  var seed: UInt64 = 0

  @Option(
    help: ArgumentHelp("The share of such intervals that hold the true score.", valueName: "share"))
  var confidence = 0.95

  @Flag(help: "Correct the intervals for bias and skewness (BCa); takes a resample more an image.")
  var bca = false

  @Option(
    help: ArgumentHelp(
      "What is drawn in one piece: image, folder or sequence.",
      discussion: "By default the sequence in Cityscapes, and the image elsewhere."))
  var cluster: ImageCluster?

  private static let share = NumberFormat(fractionDigits: 0)

  func validate() throws {
    guard resamples >= 100 else {
      throw ValidationError("--resamples takes a number of 100 or more, not \(resamples).")
    }
    guard confidence > 0, confidence < 1 else {
      throw ValidationError("--confidence takes a share between 0 and 1, not \(confidence).")
    }
  }

  /// The bootstrap that the options ask for, on all processor cores.
  var bootstrap: Bootstrap {
    Bootstrap(
      resamples: resamples, seed: seed, confidence: confidence,
      method: bca ? .biasCorrectedAccelerated : .percentile,
      workers: Workers(ProcessInfo.processInfo.activeProcessorCount))
  }

  /// What one interval is called.
  var intervalName: String { "\(Self.share.string(from: 100 * confidence)) % interval" }

  /// What the numbers below a table are, in words.
  func words(drawing cluster: ImageCluster) -> String {
    """
    \(intervalName)s\(bca ? " (BCa)" : ""): \(resamples) resamples of \
    \(cluster.plural), seed \(seed).
    """
  }
}

extension ImageCluster: ExpressibleByArgument {}
