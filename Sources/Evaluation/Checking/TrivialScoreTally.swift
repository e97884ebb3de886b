import Datasets

/// Sums up what the trivial scores are computed from, image by image.
struct TrivialScoreTally {
  private let meanings: LabelMeanings
  private let backgroundClass: Int?
  private let unscoredBackground: Set<UInt16>
  private var pixels: [Int64]
  private var shareSums: [Double]
  private var imageCounts: [Int]

  /// Starts at no image; the background is a class that is scored, a raw label that is not scored
  /// and no void either, or neither.
  init(
    classCount: Int, meanings: LabelMeanings, backgroundClass: Int?, unscoredBackground: Set<UInt16>
  ) {
    self.meanings = meanings
    self.backgroundClass = backgroundClass
    self.unscoredBackground = unscoredBackground
    pixels = Array(repeating: 0, count: classCount)
    shareSums = Array(repeating: 0, count: classCount)
    imageCounts = Array(repeating: 0, count: classCount)
  }

  /// Adds one image; the sums depend on the order of the images in their last bits.
  mutating func add(_ histogram: LabelHistogram, in encoding: LabelEncoding) {
    var inside: [Int: Int64] = [:]
    var notVoid: Int64 = 0
    for (value, count) in histogram.counts {
      switch meanings[value, in: encoding] {
      case .scored(let trainID):
        inside[trainID, default: 0] += count.pixels
        notVoid += count.pixels
      case .ignored where encoding == .raw && unscoredBackground.contains(value):
        notVoid += count.pixels
      case .ignored, .unknown:
        break
      }
    }
    for (trainID, count) in inside {
      pixels[trainID] += count
      shareSums[trainID] += Double(count) / Double(notVoid)
      imageCounts[trainID] += 1
    }
  }

  /// The train ids of the classes that no pixel carries.
  var classesNeverSeen: [Int] { pixels.indices.filter { pixels[$0] == 0 } }

  var scores: TrivialScores {
    let shares = pixels.indices.filter { $0 != backgroundClass && imageCounts[$0] > 0 }
      .map { shareSums[$0] / Double(imageCounts[$0]) }
    let present = pixels.filter { $0 > 0 }
    let total = Double(present.reduce(0, +))
    let most = present.max()
    let accuracy = most.map { Double($0) / total }
    return TrivialScores(
      allForeground: shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count),
      majorityClass: most.flatMap { pixels.firstIndex(of: $0) },
      majorityMIoU: accuracy.map { $0 / Double(present.count) },
      majorityAccuracy: accuracy)
  }
}
