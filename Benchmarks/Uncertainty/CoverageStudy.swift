import Foundation
import Metrics

/// How often a nominal interval of 95 % holds the true score, on simulated data.
struct CoverageStudy {
  /// The number of simulated data sets of each kind.
  static let datasets = 600

  /// The number of resamples of each.
  static let resamples = 500

  private static let common = (0..<20).map { index in
    SimulatedSegmentation.Class(
      frequency: 0.2 + 0.015 * Double(index), recall: 0.4 + 0.02 * Double(index))
  }

  /// Classes that one half to twenty of 300 images show, mostly missed.
  private static let rare = (0..<40).map { index in
    SimulatedSegmentation.Class(
      frequency: 0.5 * pow(40, Double(index) / 39) / 300, recall: 0.2)
  }

  func report() {
    print(
      """
      # How often intervals hold the truth

      Nominal intervals of 95 %, read off \(Self.resamples) resamples of each of \(Self.datasets) simulated data sets
      whose score over infinitely many images is known. Coverage is the share of intervals that hold it, with its
      standard error; widths are in points of the score. The truth is the mean over the same classes as the
      estimate: what is missing from 95 % is the interval's doing, not that of classes nobody drew. Rare classes
      are harder than common ones, as in real benchmarks. Made with

          make coverage

      ## mIoU

      """)
    print("| Data | Drawn | Classes averaged | Method | Coverage, % | Mean width, points |")
    print("| :--- | :---- | ---------------: | :----- | ----------: | -----------------: |")
    segmentation(
      "300 images, 20 common classes", SimulatedSegmentation(classes: Self.common), images: 300)
    segmentation(
      "300 images, 20 common and 40 rare classes",
      SimulatedSegmentation(classes: Self.common + Self.rare), images: 300)
    segmentation(
      "the same, present classes only", SimulatedSegmentation(classes: Self.common + Self.rare),
      images: 300, policy: .presentOnly)
    segmentation(
      "500 images in sequences of 5, 20 common and 40 rare classes",
      SimulatedSegmentation(classes: Self.common + Self.rare, sequenceLength: 5), images: 500)
    print("\n## mIoU of a second run less that of a first\n")
    print("| Data | Drawn | Classes averaged | Method | Coverage, % | Mean width, points |")
    print("| :--- | :---- | ---------------: | :----- | ----------: | -----------------: |")
    differences()
    print("\n## Permutation test of two equally good runs\n")
    print("| False alarm | Share, % |")
    print("| :---------- | -------: |")
    falseAlarms()
    print("\n## IoU of a class, by the number of images that show it\n")
    print("| Images with the class | Method | Coverage, % | Mean width, points |")
    print("| --------------------: | :----- | ----------: | -----------------: |")
    classes()
    print("\n## mAP\n")
    print("| Data | Drawn | Classes averaged | Method | Coverage, % | Mean width, points |")
    print("| :--- | :---- | ---------------: | :----- | ----------: | -----------------: |")
    recognition()
  }

  private func segmentation(
    _ name: String, _ benchmark: SimulatedSegmentation, images: Int,
    policy: AbsentClassPolicy = .predictedCountsZero
  ) {
    let truth = benchmark.trueOverlaps
    let sequences = (0..<images).map { "\($0 / benchmark.sequenceLength)" }
    var drawings = [("images", ResamplingUnits(images: images))]
    if benchmark.sequenceLength > 1 {
      drawings.append(("sequences", ResamplingUnits(clusters: sequences)))
    }
    for (drawn, units) in drawings {
      compare(name, drawn: drawn) { dataset in
        let scores = ResampledSegmentation(
          benchmark.rows(images, ofDataset: dataset), classCount: truth.count, policy: policy)
        return { bootstrap in
          Outcome(bootstrap.uncertainty(of: scores, drawing: units), .mIoU, truth: truth)
        }
      }
    }
  }

  /// Two runs on the same images.
  private static func pair(
    _ first: SimulatedSegmentation, _ second: SimulatedSegmentation, dataset: Int
  ) -> (ResampledSegmentation, ResampledSegmentation) {
    let runs = [first, second].enumerated().map { run, benchmark in
      ResampledSegmentation(
        benchmark.rows(300, ofDataset: dataset, run: run), classCount: benchmark.classes.count)
    }
    return (runs[0], runs[1])
  }

  /// The second run finds a little more of every class.
  private func differences() {
    let first = SimulatedSegmentation(classes: Self.common + Self.rare)
    let second = SimulatedSegmentation(
      classes: first.classes.map {
        SimulatedSegmentation.Class(frequency: $0.frequency, recall: $0.recall + 0.03)
      })
    let truth = zip(first.trueOverlaps, second.trueOverlaps).map { $1 - $0 }
    let units = ResamplingUnits(images: 300)
    compare("300 images, 20 common and 40 rare classes", drawn: "images") { dataset in
      let runs = Self.pair(first, second, dataset: dataset)
      return { bootstrap in
        Outcome(bootstrap.difference(from: runs.0, to: runs.1, drawing: units), .mIoU, truth: truth)
      }
    }
  }

  /// Two runs of which none is better: how often the test says otherwise.
  private func falseAlarms() {
    let benchmark = SimulatedSegmentation(classes: Self.common + Self.rare)
    let units = ResamplingUnits(images: 300)
    let totals = total(2) { dataset in
      let runs = Self.pair(benchmark, benchmark, dataset: dataset)
      let result = PermutationTest(permutations: 999, seed: UInt64(dataset))
        .significance(from: runs.0, to: runs.1, exchanging: units)
      let isAlarm = [
        (result.summary[.mIoU] ?? .nan) <= 0.05,
        result.adjustedPerClass.contains { ($0 ?? .nan) <= 0.05 },
      ]
      return isAlarm.map { CoverageCount(hits: $0 ? 1 : 0, total: 1) }
    }
    print("| mIoU, p ≤ 0.05 | \(totals[0].share) |")
    print("| any class of those shown 30 times or more, p ≤ 0.05 after Holm | \(totals[1].share) |")
  }

  private func classes() {
    let bounds = [1, 2, 5, 10, 20, 30, 60, 120, 1000]
    let benchmark = SimulatedSegmentation(classes: Self.common + Self.rare)
    let truth = benchmark.trueOverlaps
    let units = ResamplingUnits(images: 300)
    let totals = total(Self.methods.count * bounds.count) { dataset in
      let scores = ResampledSegmentation(
        benchmark.rows(300, ofDataset: dataset), classCount: truth.count)
      return Self.methods.flatMap { method in
        let result = Bootstrap(
          resamples: Self.resamples, seed: UInt64(dataset), method: method.method, minimumUnits: 1
        ).uncertainty(of: scores, drawing: units)
        var counts = [CoverageCount](repeating: CoverageCount(), count: bounds.count)
        for (classID, images) in scores.imagesShowingClass.enumerated() {
          guard let bin = bounds.lastIndex(where: { images.count >= $0 }) else { continue }
          counts[bin].add(result.perClass[classID], truth: truth[classID])
        }
        return counts
      }
    }
    for (place, count) in totals.enumerated() where count.total > 0 {
      let (method, bin) = place.quotientAndRemainder(dividingBy: bounds.count)
      print(
        "| \(Self.range(bounds[bin], bounds[bin + 1] - 1)) | \(Self.methods[method].name) | \(count.cells) |"
      )
    }
  }

  private static func range(_ first: Int, _ last: Int) -> String {
    first == last ? "\(first)" : "\(first) to \(last)"
  }

  private func recognition() {
    let common: [Double] = (0..<12).map { 0.15 + 0.02 * Double($0) }
    let rare: [Double] = (1...6).map { Double($0) / 100 }
    let benchmark = SimulatedRecognition(frequencies: common + rare)
    let truth = benchmark.truePrecisions
    let units = ResamplingUnits(images: 300)
    compare("300 images, 12 common and 6 rare classes", drawn: "images") { dataset in
      let scores = ResampledRecognition(
        benchmark.rows(300, ofDataset: dataset), classCount: truth.count)
      return { bootstrap in
        Outcome(bootstrap.uncertainty(of: scores, drawing: units), .mAP, truth: truth)
      }
    }
  }
}
