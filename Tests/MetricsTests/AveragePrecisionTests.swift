import Foundation
import Metrics
import TestSupport
import Testing

@Suite("Average precision")
struct AveragePrecisionTests {
  /// The definition itself: the curve's steps at each distinct score, every image counted anew.
  private static func plain(_ scores: [Float], _ truth: [Bool]) -> Double {
    let total = Double(truth.count { $0 })
    var (sum, recall) = (0.0, 0.0)
    for score in Set(scores).sorted(by: >) {
      let found = zip(scores, truth).filter { $0.0 >= score }
      let correct = Double(found.count { $0.1 })
      sum += (correct / total - recall) * correct / Double(found.count)
      recall = correct / total
    }
    return sum
  }

  @Test("Random rankings with ties agree with the definition", arguments: [UInt64](1...8))
  func equalsDefinition(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 1...200, using: &random)
    let scores = (0..<count).map { _ in Float(Int.random(in: -9...9, using: &random)) }
    let truth = (0..<count).map { $0 == 0 || Bool.random(using: &random) }
    let actual = AveragePrecision.of(
      positives: zip(scores, truth).filter(\.1).map(\.0),
      negatives: zip(scores, truth).filter { !$0.1 }.map(\.0))
    let expected = Self.plain(scores, truth)
    #expect(abs((actual ?? .nan) - expected) < 1e-12, "seed \(seed)")
  }

  @Test("Without a positive there is none, without a negative it is one")
  func edges() {
    #expect(AveragePrecision.of(positives: [], negatives: [1, 2]) == nil)
    #expect(AveragePrecision.of(positives: [3, 1], negatives: []) == 1)
    #expect(AveragePrecision.of(positives: [0, 0], negatives: [0, 0]) == 0.5)
  }

  @Test("scikit-learn's values for 200 images of 12 classes", .requiresSharedData)
  func referenceFile() throws {
    struct Expected: Decodable {
      var averagePrecision: [Double?]
      var mAP: Double

      enum CodingKeys: String, CodingKey {
        case averagePrecision = "average_precision"
        case mAP
      }
    }
    let file = try ReferenceTensors(SharedData.url("golden/metrics.safetensors"))
    let expected = try JSONDecoder().decode(
      Expected.self, from: SharedData.data("golden/metrics.json"))
    let (shape, scores) = try file.floats("scores")
    let (_, labels) = try file.bytes("labels")
    var tally = RecognitionTally(classCount: shape[1])
    for image in 0..<shape[0] {
      let row = image * shape[1]..<(image + 1) * shape[1]
      tally.add(
        scores: Array(scores[row]), truth: labels[row].map { $0 == 1 ? .present : .absent })
    }
    let actual = tally.scores(countingUnlabelledImages: true)
    let known = actual.perClass.compactMap(\.averagePrecision)
    for (classID, (value, reference)) in zip(known, expected.averagePrecision.compactMap(\.self))
      .enumerated()
    {
      #expect(abs(value - reference) < 1e-12, "class \(classID)")
    }
    #expect(known.count == expected.averagePrecision.compactMap(\.self).count)
    #expect(abs((actual.mAP ?? .nan) - expected.mAP) < 1e-12)
  }

  @Test("Undecided images do not count for their class; unlabelled ones count on demand")
  func policies() {
    var tally = RecognitionTally(classCount: 2)
    tally.add(scores: [0.9, 0.1], truth: [.undecided, .present])
    tally.add(scores: [0.5, 0.2], truth: [.present, .absent])
    tally.add(scores: [0.7, 0.3], truth: [.absent, .absent])
    let all = tally.scores(countingUnlabelledImages: true)
    #expect(all.images == 3)
    #expect(all.perClass.map(\.averagePrecision) == [0.5, 1.0 / 3])
    let labelled = tally.scores(countingUnlabelledImages: false)
    #expect(labelled.images == 2)
    #expect(labelled.perClass.map(\.averagePrecision) == [1, 0.5])
  }
}
