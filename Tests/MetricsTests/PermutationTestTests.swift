import TestSupport
import Testing

@testable import Metrics

@Suite("Permutation test")
struct PermutationTestTests {
  private static func run(_ rows: [[[Int64]]]) -> ResampledSegmentation {
    ResampledSegmentation(
      rows.map { image in
        SegmentationRow(
          classes: image.enumerated().map { classID, counts in
            SegmentationRow.ClassPixels(
              classID: classID, intersection: counts[0], prediction: counts[1], truth: counts[2])
          })
      }, classCount: 2)
  }

  @Test("All exchanges give SciPy's exact p values", arguments: SciPyPermutation.all)
  func equalsSciPy(reference: SciPyPermutation) {
    let result = PermutationTest(permutations: 2000, minimumUnits: 1).significance(
      from: Self.run(reference.rows[0]), to: Self.run(reference.rows[1]),
      exchanging: ResamplingUnits(images: reference.rows[0].count))
    #expect(result.isExact)
    #expect(result.permutations == 1 << reference.rows[0].count - 1)
    #expect(abs((result.summary[.mIoU] ?? .nan) - reference.mIoU) < 1e-12)
    for (actual, expected) in zip(result.perClass, reference.perClass) {
      #expect(abs((actual ?? .nan) - expected) < 1e-12)
    }
  }

  @Test("Three images, counted by hand")
  func byHand() {
    // One class and truth and prediction of 10 pixels each. Of 10, 10, 10 the first run finds 2, 4, 5, the
    // second 6, 7, 5: the sums are 11 and 18. An exchange of the first image gives 15 and 14, of the
    // second 14 and 15, of both 18 and 11; the third changes nothing. The difference of the IoU grows
    // with that of the sums, so |d*| ≥ |d| holds where none or both of the first two change sides: for
    // 4 of the 8 exchanges, the given one among them.
    func run(_ found: [Int64]) -> ResampledSegmentation {
      Self.run(found.map { [[$0, 10, 10]] })
    }
    let result = PermutationTest(permutations: 7, minimumUnits: 3)
      .significance(
        from: run([2, 4, 5]), to: run([6, 7, 5]), exchanging: ResamplingUnits(images: 3))
    #expect(result.isExact)
    #expect(result.permutations == 7)
    #expect(result.summary[.mIoU] == 0.5)
    #expect(result.perClass == [0.5, nil])
    #expect(result.adjustedPerClass == [0.5, nil])
    // The images of a cluster change sides together: of 4 exchanges only the first's own is left out.
    let clustered = PermutationTest(permutations: 7, minimumUnits: 2).significance(
      from: run([2, 4, 5]), to: run([6, 7, 5]),
      exchanging: ResamplingUnits(clusters: ["a", "a", "b"]))
    #expect(clustered.permutations == 3)
    #expect(clustered.summary[.mIoU] == 1)
  }

  @Test("Random exchanges come close to all of them", arguments: [UInt64](1...3))
  func monteCarlo(seed: UInt64) throws {
    let reference = try #require(SciPyPermutation.all.last)
    let permutations = 1 << reference.rows[0].count - 2
    let result = PermutationTest(permutations: permutations, seed: seed, minimumUnits: 1)
      .significance(
        from: Self.run(reference.rows[0]), to: Self.run(reference.rows[1]),
        exchanging: ResamplingUnits(images: reference.rows[0].count))
    #expect(!result.isExact)
    let p = reference.perClass[1]
    let bound = 4 * (p * (1 - p) / Double(permutations)).squareRoot() + 1 / Double(permutations)
    #expect(abs((result.perClass[1] ?? .nan) - p) < bound, "seed \(seed)")
  }

  /// What every task's rows must do with exchanged rows: the slow way is to build both runs anew.
  @Test("Exchanged rows are scored together with those of their side", arguments: [UInt64](1...3))
  func exchangesRanks(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func rows() -> [RecognitionRow] {
      (0..<9).map { image in
        RecognitionRow(
          scores: [Float(Int.random(in: 0...6, using: &random))],
          truth: [image % 3 == 0 ? .present : .absent])
      }
    }
    let (first, second) = (rows(), rows())
    func score(_ rows: [RecognitionRow]) -> Double {
      var tally = RecognitionTally(classCount: 1)
      for row in rows { tally.add(scores: row.scores, truth: row.truth) }
      return tally.scores(countingUnlabelledImages: true).mAP ?? .nan
    }
    let observed = abs(score(second) - score(first))
    let hits = (0..<512).count { pattern in
      let sides = (0..<9).map { pattern >> $0 & 1 == 1 }
      let one = sides.enumerated().map { $1 ? second[$0] : first[$0] }
      let other = sides.enumerated().map { $1 ? first[$0] : second[$0] }
      return abs(score(other) - score(one)) >= observed - 1e-12
    }
    let result = PermutationTest(permutations: 511, minimumUnits: 1).significance(
      from: ResampledRecognition(first, classCount: 1),
      to: ResampledRecognition(second, classCount: 1), exchanging: ResamplingUnits(images: 9))
    #expect(result.summary[.mAP] == Double(hits) / 512, "seed \(seed)")
  }

  @Test("Classes that too few units show are not tested and cost Holm's correction nothing")
  func rareClasses() {
    let rows: [[[Int64]]] = (0..<8).map { [[Int64($0), 9, 9], $0 == 0 ? [1, 2, 3] : [0, 0, 0]] }
    let others: [[[Int64]]] = rows.map { [[9, 9, 9], $0[1]] }
    let result = PermutationTest(permutations: 300, minimumUnits: 4).significance(
      from: Self.run(rows), to: Self.run(others), exchanging: ResamplingUnits(images: 8))
    #expect(result.perClass[1] == nil)
    #expect(result.adjustedPerClass == result.perClass)
    #expect(result.perClass[0] == 2.0 / 256)
  }
}
