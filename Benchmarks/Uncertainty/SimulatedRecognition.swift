import Metrics

/// A multi-label benchmark of which any number of images can be drawn.
///
/// Scores are higher where the class is shown: the average precision of a class depends on its frequency
/// alone, and the true one is that of a million images.
struct SimulatedRecognition: Sendable {
  /// How likely an image shows each class.
  var frequencies: [Double]

  /// What the scores of images that show a class have ahead; the others' spread is 1.15.
  private static let advantage = 1.8

  /// The average precision of each class over a million images.
  var truePrecisions: [Double] {
    frequencies.enumerated().map { classID, frequency in
      var random = ResampleStream(seed: 2, resample: classID)
      var positives: [Float] = []
      var negatives: [Float] = []
      for _ in 0..<1_000_000 {
        let isPresent = Double.random(in: 0..<1, using: &random) < frequency
        let score = Self.score(isPresent: isPresent, using: &random)
        if isPresent { positives.append(score) } else { negatives.append(score) }
      }
      return AveragePrecision.of(positives: positives, negatives: negatives) ?? .nan
    }
  }

  /// Draws a data set and scores a run on it.
  func rows(_ count: Int, ofDataset dataset: Int) -> [RecognitionRow] {
    var random = ResampleStream(seed: 1, resample: dataset)
    return (0..<count).map { _ in
      let present = frequencies.map { Double.random(in: 0..<1, using: &random) < $0 }
      return RecognitionRow(
        scores: present.map { Self.score(isPresent: $0, using: &random) },
        truth: present.map { $0 ? .present : .absent })
    }
  }

  /// A sum of uniform numbers, close to a normal one, moved where the class is shown.
  private static func score(isPresent: Bool, using random: inout ResampleStream) -> Float {
    var sum = isPresent ? advantage : 0
    for _ in 0..<4 { sum += Double.random(in: -1...1, using: &random) }
    return Float(sum)
  }
}
