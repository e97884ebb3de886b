import Foundation
import Metrics
import Tensors

/// How long intervals and tests take on as many images and classes as the large benchmarks have.
struct SpeedStudy {
  private static let images = 5000
  private static let units = ResamplingUnits(images: images)

  func report() {
    print(
      """
      # Resampling \(Self.images) images

      Rows as large as those of COCO-Stuff and COCO, in memory already. Made with

          swift run -c release uncertainty-study speed

      """)
    print("| Task | Classes | Rows | Computed | Workers | Wall, s | Processor, s |")
    print("| :--- | ------: | ---: | :------- | ------: | ------: | -----------: |")
    let stuff = (Self.segmentation(seed: 1), Self.segmentation(seed: 2))
    measure("segmentation", stuff.0, stuff.1, rows: "18 classes an image")
    let objects = (Self.recognition(seed: 1), Self.recognition(seed: 2))
    measure("multi-label", objects.0, objects.1, rows: "every class")
    let maps = (Self.explanation(seed: 1), Self.explanation(seed: 2))
    measure("explainability", maps.0, maps.1, rows: "3 maps an image")
  }

  private func measure<Scores: ResampledScores>(
    _ task: String, _ first: Scores, _ second: Scores, rows: String
  ) {
    for workers in [1, 2] {
      let bootstrap = Bootstrap(workers: Workers(workers))
      let corrected = Bootstrap(method: .biasCorrectedAccelerated, workers: Workers(workers))
      let test = PermutationTest(permutations: 2000, workers: Workers(workers))
      time("2,000 resamples, percentile") {
        bootstrap.uncertainty(of: first, drawing: Self.units).summary.count
      }
      time("2,000 resamples, BCa") {
        corrected.uncertainty(of: first, drawing: Self.units).summary.count
      }
      time("2,000 resamples of a difference") {
        bootstrap.difference(from: first, to: second, drawing: Self.units).summary.count
      }
      time("2,000 permutations") {
        test.significance(from: first, to: second, exchanging: Self.units).summary.count
      }
      func time(_ name: String, _ work: () -> Int) {
        let processor = clock()
        var count = 0
        let wall = ContinuousClock().measure { count = work() } / Duration.seconds(1)
        let used = Double(clock() - processor) / Double(CLOCKS_PER_SEC)
        precondition(count > 0, "No score has come out of \(name)")
        print(
          """
          | \(task) | \(first.classCount) | \(rows) | \(name) | \(workers) | \
          \(Self.hundredths(wall)) | \(Self.hundredths(used)) |
          """)
      }
    }
  }

  private static func hundredths(_ seconds: Double) -> Double {
    (seconds * 100).rounded() / 100
  }

  /// COCO-Stuff's size: 8 true classes an image, and 10 more that are predicted there.
  private static func segmentation(seed: UInt64) -> ResampledSegmentation {
    var random = ResampleStream(seed: seed, resample: 0)
    let rows = (0..<images).map { _ in
      let classes = Set((0..<18).map { _ in random.number(below: 171) })
      return SegmentationRow(
        classes: classes.enumerated().map { place, classID in
          let truth = place < 8 ? Int64(random.number(below: 90_000)) : 0
          let found = truth / 2
          return SegmentationRow.ClassPixels(
            classID: classID, intersection: found,
            prediction: found + Int64(random.number(below: 9000)), truth: truth)
        })
    }
    return ResampledSegmentation(rows, classCount: 171)
  }

  /// COCO's size: 3 of 80 classes an image.
  private static func recognition(seed: UInt64) -> ResampledRecognition {
    var random = ResampleStream(seed: seed, resample: 1)
    let rows = (0..<images).map { _ in
      RecognitionRow(
        scores: (0..<80).map { _ in Float.random(in: 0..<1, using: &random) },
        truth: (0..<80).map { _ in random.number(below: 80) < 3 ? .present : .absent })
    }
    return ResampledRecognition(rows, classCount: 80)
  }

  /// COCO's size: maps of 3 of 80 classes an image, a common threshold searched for.
  private static func explanation(seed: UInt64) -> ResampledExplanation {
    var random = ResampleStream(seed: seed, resample: 2)
    let rows = (0..<images).map { _ in
      ExplanationRow(
        pairs: Set((0..<3).map { _ in random.number(below: 80) }).compactMap { classID in
          let histograms = (0..<2).map { _ in
            (0...ThresholdGrid.count).map { $0 == 0 ? 0 : Int64(1 + random.number(below: 500)) }
          }
          return MapOutcome(
            insideHistogram: histograms[0], outsideHistogram: histograms[1], insideSum: 60,
            outsideSum: 30, averagePrecision: nil
          ).map { ExplanationRow.Pair(classID: classID, outcome: $0) }
        })
    }
    return ResampledExplanation(rows, classCount: 80)
  }
}
