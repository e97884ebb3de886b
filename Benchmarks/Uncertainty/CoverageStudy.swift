import Foundation
import Metrics
import Tensors

/// How often a nominal interval of 95 % holds the true score, on simulated data.
struct CoverageStudy {
  /// The number of simulated data sets of each kind.
  private static let datasets = 600

  /// The number of resamples of each.
  private static let resamples = 500

  /// What is counted: hits of the summary, by method and rule, and of classes, by their images.
  struct Count: Sendable {
    var hits = 0
    var total = 0
    var width = 0.0
    var classes = 0

    mutating func add(_ interval: ScoreInterval?, truth: Double, classes: Int = 0) {
      guard let interval else { return }
      total += 1
      if interval.lower <= truth && truth <= interval.upper { hits += 1 }
      width += interval.upper - interval.lower
      self.classes += classes
    }

    mutating func merge(_ other: Count) {
      hits += other.hits
      total += other.total
      width += other.width
      classes += other.classes
    }

    /// Coverage in percent with its standard error, and the mean width in points.
    var cells: String {
      guard total > 0 else { return "– | –" }
      let share = Double(hits) / Double(total)
      let error = (share * (1 - share) / Double(total)).squareRoot()
      return "\(Self.tenths(share)) ± \(Self.tenths(error)) | \(Self.tenths(width / Double(total)))"
    }

    var meanClasses: String {
      total == 0 ? "–" : "\((Double(classes) / Double(total) * 10).rounded() / 10)"
    }

    private static func tenths(_ ratio: Double) -> String {
      "\((ratio * 1000).rounded() / 10)"
    }
  }

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
    print("\n## IoU of a class, by the number of images that show it\n")
    print("| Images with the class | Method | Coverage, % | Mean width, points |")
    print("| --------------------: | :----- | ----------: | -----------------: |")
    classes()
    print("\n## mAP\n")
    print("| Data | Drawn | Classes averaged | Method | Coverage, % | Mean width, points |")
    print("| :--- | :---- | ---------------: | :----- | ----------: | -----------------: |")
    recognition()
  }

  private static let methods: [(name: String, method: IntervalMethod)] = [
    ("percentile", .percentile), ("BCa", .biasCorrectedAccelerated),
  ]

  private static let rules: [(name: String, minimum: Int)] = [
    ("all that are shown", 1), ("shown 30 times or more", 30),
  ]

  private static let workers = Workers(2)

  /// The counts of many data sets, summed.
  private func total(_ count: Int, _ work: @Sendable (_ dataset: Int) -> [Count]) -> [Count] {
    var totals: [Count] = []
    for counts in Self.workers.results(forEachBelow: Self.datasets, work) {
      if totals.isEmpty { totals = Array(repeating: Count(), count: count) }
      for index in totals.indices { totals[index].merge(counts[index]) }
    }
    return totals
  }

  /// Prints one row for each rule and method.
  ///
  /// - Parameters:
  ///   - name: What the data are like.
  ///   - drawn: What is drawn.
  ///   - make: Draws a data set and returns how its intervals are computed.
  private func compare(
    _ name: String, drawn: String,
    _ make: @Sendable (inout ResampleStream) -> (Bootstrap) -> Outcome
  ) {
    let cases = Self.rules.flatMap { rule in Self.methods.map { (rule, $0) } }
    let totals = total(cases.count) { dataset in
      var random = ResampleStream(seed: 1, resample: dataset)
      let outcome = make(&random)
      return cases.map { rule, method in
        let bootstrap = Bootstrap(
          resamples: Self.resamples, seed: UInt64(dataset), method: method.method,
          minimumUnits: rule.minimum)
        let result = outcome(bootstrap)
        var count = Count()
        count.add(result.interval, truth: result.truth, classes: result.classes)
        return count
      }
    }
    for ((rule, method), count) in zip(cases, totals) {
      print(
        """
        | \(name) | \(drawn) | \(rule.name): \(count.meanClasses) | \(method.name) | \
        \(count.cells) |
        """)
    }
  }

  /// An interval, the truth it should hold, and the number of classes in the mean.
  struct Outcome {
    var interval: ScoreInterval?
    var truth: Double
    var classes: Int

    init(_ uncertainty: ScoreUncertainty, _ name: ScoreName, truth: [Double]) {
      interval = uncertainty.summary[name]
      classes = uncertainty.classes.count
      self.truth = uncertainty.classes.reduce(0) { $0 + truth[$1] } / Double(classes)
    }
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
      compare(name, drawn: drawn) { random in
        let scores = ResampledSegmentation(
          benchmark.rows(images, using: &random), classCount: truth.count, policy: policy)
        return { bootstrap in
          Outcome(bootstrap.uncertainty(of: scores, drawing: units), .mIoU, truth: truth)
        }
      }
    }
  }

  /// Two runs that see the same images: the second finds a little more of every class.
  private func differences() {
    let classes = Self.common + Self.rare
    let first = SimulatedSegmentation(classes: classes)
    let second = SimulatedSegmentation(
      classes: classes.map {
        SimulatedSegmentation.Class(frequency: $0.frequency, recall: $0.recall + 0.03)
      })
    let truth = zip(first.trueOverlaps, second.trueOverlaps).map { $1 - $0 }
    let units = ResamplingUnits(images: 300)
    compare("300 images, 20 common and 40 rare classes", drawn: "images") { random in
      // The same numbers are drawn for both: presence, sizes and difficulty agree.
      let start = random
      let runs = [first, second].map { benchmark in
        random = start
        return ResampledSegmentation(
          benchmark.rows(300, using: &random), classCount: truth.count)
      }
      return { bootstrap in
        Outcome(
          bootstrap.difference(from: runs[0], to: runs[1], drawing: units), .mIoU, truth: truth)
      }
    }
  }

  private func classes() {
    let bounds = [1, 2, 5, 10, 20, 30, 60, 120, 1000]
    let benchmark = SimulatedSegmentation(classes: Self.common + Self.rare)
    let truth = benchmark.trueOverlaps
    let units = ResamplingUnits(images: 300)
    let totals = total(Self.methods.count * bounds.count) { dataset in
      var random = ResampleStream(seed: 1, resample: dataset)
      let scores = ResampledSegmentation(
        benchmark.rows(300, using: &random), classCount: truth.count)
      return Self.methods.flatMap { method in
        let result = Bootstrap(
          resamples: Self.resamples, seed: UInt64(dataset), method: method.method, minimumUnits: 1
        ).uncertainty(of: scores, drawing: units)
        var counts = [Count](repeating: Count(), count: bounds.count)
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
    compare("300 images, 12 common and 6 rare classes", drawn: "images") { random in
      let scores = ResampledRecognition(
        benchmark.rows(300, using: &random), classCount: truth.count)
      return { bootstrap in
        Outcome(bootstrap.uncertainty(of: scores, drawing: units), .mAP, truth: truth)
      }
    }
  }
}
