import Tensors
import TestSupport
import Testing

@testable import Metrics

@Suite("Bootstrap")
struct BootstrapTests {
  private static let classCount = 5

  /// Rows in which class 3 is in one image of eight, class 4 in the second image only, and all images
  /// resemble those of the same dozen.
  private static func rows(_ count: Int, using random: inout SplitMix64) -> [SegmentationRow] {
    (0..<count).map { image in
      let shown = (0..<classCount).filter { classID in
        switch classID {
        case 3: image % 8 == 0
        case 4: image == 1
        default: classID == 0 || Bool.random(using: &random)
        }
      }
      return SegmentationRow(
        classes: shown.map { classID in
          let truth = Int64.random(in: 20...90, using: &random)
          let found = Int64.random(in: 0...truth, using: &random)
          return SegmentationRow.ClassPixels(
            classID: classID, intersection: found,
            prediction: found + Int64.random(in: 0...40, using: &random), truth: truth)
        })
    }
  }

  private static func resampled(_ rows: [SegmentationRow]) -> ResampledSegmentation {
    ResampledSegmentation(rows, classCount: classCount)
  }

  /// mIoU over some classes by its definition.
  private static func mIoU(_ rows: [SegmentationRow], classes: [Int]) -> Double {
    classes.map { classID -> Double in
      let all = rows.flatMap(\.classes).filter { $0.classID == classID }
      let both = all.reduce(0) { $0 + $1.intersection }
      return Double(both) / Double(all.reduce(0) { $0 + $1.truth + $1.prediction } - both)
    }.reduce(0, +) / Double(classes.count)
  }

  /// The quantile by its definition: the value at `share · (count − 1)` of the ascending values.
  private static func quantile(_ values: [Double], _ share: Double) -> Double {
    let sorted = values.sorted()
    let place = share * Double(sorted.count - 1)
    let (below, above) = (sorted[Int(place.rounded(.down))], sorted[Int(place.rounded(.up))])
    return below * (1 - (place - place.rounded(.down))) + above * (place - place.rounded(.down))
  }

  /// The rows of every resample, written out.
  private static func drawn(
    _ rows: [SegmentationRow], _ units: ResamplingUnits, seed: UInt64, resamples: Int
  ) -> [[SegmentationRow]] {
    (0..<resamples).map { resample in
      ResampleWeights.writtenOut(
        rows, units.drawnWeights(fromResample: resample, seed: seed), lane: 0)
    }
  }

  @Test("Intervals are those of resamples that are written out", arguments: [UInt64](1...3))
  func equalsWrittenOut(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let rows = Self.rows(96, using: &random)
    for units in [
      ResamplingUnits(images: 96), ResamplingUnits(clusters: (0..<96).map { "\($0 / 2)" }),
    ] {
      let bootstrap = Bootstrap(resamples: 203, seed: seed, confidence: 0.9, minimumUnits: 20)
      let result = bootstrap.uncertainty(of: Self.resampled(rows), drawing: units)
      #expect(result.classes == [0, 1, 2])
      #expect(result.rareClasses == [3, 4])
      #expect(result.units == units.count)
      #expect(result.perClass[3] == nil && result.perClass[4] == nil)

      let drawn = Self.drawn(rows, units, seed: seed, resamples: 203)
      for (classes, interval) in [
        ([0, 1, 2], result.summary[.mIoU]), ([1], result.perClass[1]),
      ] {
        let values = drawn.map { Self.mIoU($0, classes: classes) }
        let actual = try #require(interval)
        let pairs = [
          (actual.estimate, Self.mIoU(rows, classes: classes)),
          (actual.lower, Self.quantile(values, 0.05)), (actual.upper, Self.quantile(values, 0.95)),
        ]
        for (actual, expected) in pairs {
          #expect(abs(actual - expected) < 1e-12, "seed \(seed), classes \(classes)")
        }
      }
    }
  }

  @Test("Without the rule, a resample without a class averages over the others")
  func withoutRule() throws {
    var random = SplitMix64(seed: 4)
    let rows = Self.rows(64, using: &random)
    let units = ResamplingUnits(images: 64)
    let result = Bootstrap(resamples: 100, seed: 4, minimumUnits: 1)
      .uncertainty(of: Self.resampled(rows), drawing: units)
    #expect(result.classes == [0, 1, 2, 3, 4])
    #expect(result.rareClasses.isEmpty)
    let values = Self.drawn(rows, units, seed: 4, resamples: 100).map { rows in
      Self.mIoU(
        rows,
        classes: (0..<5).filter { name in
          rows.contains { row in row.classes.contains { $0.classID == name } }
        })
    }
    let interval = try #require(result.summary[.mIoU])
    #expect(abs(interval.lower - Self.quantile(values, 0.025)) < 1e-12)
  }

  @Test("Any number of workers gives the same bits", arguments: IntervalMethod.allCases)
  func isIndependentOfWorkers(method: IntervalMethod) {
    var random = SplitMix64(seed: 5)
    let scores = Self.resampled(Self.rows(70, using: &random))
    let second = Self.resampled(Self.rows(70, using: &random))
    let units = ResamplingUnits(images: 70)
    let results = [1, 2, 3, 8].map { count in
      let bootstrap = Bootstrap(
        resamples: 100, seed: 6, method: method, minimumUnits: 5, workers: Workers(count))
      let test = PermutationTest(
        permutations: 100, seed: 6, minimumUnits: 5, workers: Workers(count))
      return (
        bootstrap.uncertainty(of: scores, drawing: units),
        bootstrap.difference(from: scores, to: second, drawing: units),
        test.significance(from: scores, to: second, exchanging: units)
      )
    }
    #expect(results[0].0.summary[.mIoU] != nil)
    for result in results.dropFirst() { #expect(result == results[0]) }
    let other = Bootstrap(resamples: 100, seed: 7, method: method, minimumUnits: 5)
      .uncertainty(of: scores, drawing: units)
    #expect(other != results[0].0)
  }

  @Test("BCa uses the scores without each unit", arguments: [UInt64](1...3))
  func corrected(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let rows = Self.rows(40, using: &random)
    let units = ResamplingUnits(clusters: (0..<40).map { "\($0 % 20)" })
    let result = Bootstrap(
      resamples: 99, seed: seed, method: .biasCorrectedAccelerated, minimumUnits: 10
    ).uncertainty(of: Self.resampled(rows), drawing: units)
    let jackknife = (0..<20).map { unit in
      Self.mIoU(
        rows.enumerated().filter { $0.offset % 20 != unit }.map(\.element), classes: result.classes)
    }
    let expected = BootstrapDistribution(
      estimate: Self.mIoU(rows, classes: result.classes),
      values: Self.drawn(rows, units, seed: seed, resamples: 99).map {
        Self.mIoU($0, classes: result.classes)
      }
    ).interval(confidence: 0.95, method: .biasCorrectedAccelerated, jackknife: jackknife)
    let (actual, other) = try (#require(result.summary[.mIoU]), #require(expected))
    let difference = max(abs(actual.lower - other.lower), abs(actual.upper - other.upper))
    print("seed \(seed): largest difference \(difference)")
    #expect(difference < 1e-9, "seed \(seed)")
  }

  @Test("Differences are those of resamples that are written out for both runs")
  func differences() throws {
    var random = SplitMix64(seed: 8)
    let (first, second) = (Self.rows(48, using: &random), Self.rows(48, using: &random))
    let units = ResamplingUnits(images: 48)
    let result = Bootstrap(resamples: 120, seed: 9, minimumUnits: 10)
      .difference(from: Self.resampled(first), to: Self.resampled(second), drawing: units)
    let pairs = zip(
      Self.drawn(first, units, seed: 9, resamples: 120),
      Self.drawn(second, units, seed: 9, resamples: 120))
    let values = pairs.map {
      Self.mIoU($1, classes: result.classes) - Self.mIoU($0, classes: result.classes)
    }
    let interval = try #require(result.summary[.mIoU])
    #expect(abs(interval.lower - Self.quantile(values, 0.025)) < 1e-12)
    #expect(abs(interval.upper - Self.quantile(values, 0.975)) < 1e-12)
  }

  @Test("A run does not differ from itself")
  func sameRun() {
    var random = SplitMix64(seed: 10)
    let scores = Self.resampled(Self.rows(40, using: &random))
    let units = ResamplingUnits(images: 40)
    let difference = Bootstrap(resamples: 50, minimumUnits: 5)
      .difference(from: scores, to: scores, drawing: units)
    #expect(difference.summary.count == 4)
    for interval in difference.summary.values {
      #expect(interval.lower == 0 && interval.upper == 0 && interval.estimate == 0)
    }
    let test = PermutationTest(permutations: 50, minimumUnits: 5)
      .significance(from: scores, to: scores, exchanging: units)
    #expect(test.summary.values.allSatisfy { $0 == 1 })
  }

  @Test("Too few units have no interval: one image, one cluster, no image", arguments: [0, 1, 12])
  func tooFewUnits(images: Int) {
    var random = SplitMix64(seed: 11)
    let scores = Self.resampled(Self.rows(images, using: &random))
    let units = ResamplingUnits(clusters: Array(repeating: "one", count: images))
    for method in IntervalMethod.allCases {
      for minimum in [1, 2] {
        let result = Bootstrap(resamples: 10, method: method, minimumUnits: minimum)
          .uncertainty(of: scores, drawing: units)
        #expect(result.summary.isEmpty)
        #expect(result.perClass == [nil, nil, nil, nil, nil])
        #expect(result.classes.isEmpty == (images == 0 || minimum == 2))
        #expect(result.rareClasses.isEmpty == (images == 0 || minimum == 1))
      }
    }
  }

  @Test(
    "A perfect run has intervals without width and without NaN", arguments: IntervalMethod.allCases)
  func constantScore(method: IntervalMethod) {
    let rows = (Int64(1)...30).map { count in
      let pixels = SegmentationRow.ClassPixels(
        classID: 0, intersection: count, prediction: count, truth: count)
      return SegmentationRow(classes: [pixels])
    }
    let result = Bootstrap(resamples: 64, method: method).uncertainty(
      of: ResampledSegmentation(rows, classCount: 2), drawing: ResamplingUnits(images: 30))
    #expect(result.summary.count == 4)
    for interval in result.summary.values {
      #expect(interval.lower == 1 && interval.upper == 1 && interval.standardError == 0)
    }
    #expect(result.perClass[1] == nil)
  }
}
