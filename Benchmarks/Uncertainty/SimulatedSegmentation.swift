import Metrics

/// A benchmark of which any number of images can be drawn and whose true scores are known.
///
/// Everything that is drawn has few values, so that expected pixel counts are finite sums and the score of
/// infinitely many images, `E[intersection] / E[union]`, is exact.
struct SimulatedSegmentation: Sendable {
  /// A class.
  struct Class: Sendable {
    /// How likely an image shows it.
    var frequency: Double

    /// The share of its pixels that is found in an image of medium difficulty.
    var recall: Double
  }

  var classes: [Class]

  /// How many images in a row share their difficulty and, in part, their classes.
  var sequenceLength = 1

  private static let sizes: [Int64] = [100, 400, 1600, 6400]
  private static let difficulties = [-0.12, -0.04, 0.04, 0.12]
  private static let deviations = [-0.2, 0, 0.2]

  /// Of a class that is not there, this many pixels are predicted in one image of a hundred.
  private static let strayPixels: Int64 = 2000
  private static let strayShare = 0.01

  /// The number of pixels found, and of those predicted where the class is not.
  private static func pixels(
    of size: Int64, _ recall: Double
  ) -> (found: Int64, mistaken: Int64) {
    let recall = min(1, max(0, recall))
    let found = Int64((Double(size) * recall).rounded())
    return (found, (size - found) / 2)
  }

  /// The IoU of each class over infinitely many images.
  var trueOverlaps: [Double] {
    classes.map { one in
      var (intersection, union, cases) = (0.0, 0.0, 0.0)
      for size in Self.sizes {
        for difficulty in Self.difficulties {
          for deviation in Self.deviations {
            let (found, mistaken) = Self.pixels(of: size, one.recall + difficulty + deviation)
            intersection += Double(found)
            union += Double(size + mistaken)
            cases += 1
          }
        }
      }
      let stray = (1 - one.frequency) * Self.strayShare * Double(Self.strayPixels)
      return intersection / cases * one.frequency / (union / cases * one.frequency + stray)
    }
  }

  /// Draws a data set and scores a run on it.
  ///
  /// In a sequence a class is either possible, and then in every second image, or in none.
  ///
  /// - Parameters:
  ///   - count: The number of images.
  ///   - dataset: Which data set: what its images show, and how hard they are.
  ///   - run: Which run on it: where it finds more and where less than the difficulty has it.
  /// - Returns: One row an image.
  func rows(_ count: Int, ofDataset dataset: Int, run: Int = 0) -> [SegmentationRow] {
    var random = ResampleStream(seed: 1, resample: dataset)
    var runRandom = ResampleStream(seed: UInt64(3 + run), resample: dataset)
    var rows: [SegmentationRow] = []
    var difficulty = 0.0
    var possible = [Bool](repeating: true, count: classes.count)
    let isSequence = sequenceLength > 1
    for image in 0..<count {
      if image % sequenceLength == 0 {
        difficulty = Self.difficulties[random.number(below: Self.difficulties.count)]
        if isSequence {
          possible = classes.map { Double.random(in: 0..<1, using: &random) < 2 * $0.frequency }
        }
      }
      let entries = classes.indices.compactMap { classID -> SegmentationRow.ClassPixels? in
        let one = classes[classID]
        let chance = isSequence ? (possible[classID] ? 0.5 : 0) : one.frequency
        guard Double.random(in: 0..<1, using: &random) < chance else {
          guard Double.random(in: 0..<1, using: &random) < Self.strayShare else { return nil }
          return SegmentationRow.ClassPixels(
            classID: classID, intersection: 0, prediction: Self.strayPixels, truth: 0)
        }
        let size = Self.sizes[random.number(below: Self.sizes.count)]
        let deviation = Self.deviations[runRandom.number(below: Self.deviations.count)]
        let (found, mistaken) = Self.pixels(of: size, one.recall + difficulty + deviation)
        return SegmentationRow.ClassPixels(
          classID: classID, intersection: found, prediction: found + mistaken, truth: size)
      }
      rows.append(SegmentationRow(classes: entries))
    }
    return rows
  }
}
