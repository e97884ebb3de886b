import Metrics
import Tensors

/// How often a nominal interval of 95 % holds the true score, on simulated data.
struct CoverageStudy {
  /// The number of simulated data sets of each kind.
  private static let datasets = 1000

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

  /// Classes that two to twenty of 300 images show, and that are hard.
  private static let rare = (0..<10).map { index in
    SimulatedSegmentation.Class(
      frequency: Double(2 + 2 * index) / 300, recall: 0.3 + 0.02 * Double(index))
  }

  func report() {
    print("## mIoU\n")
    print("| Data | Drawn | Classes averaged | Method | Coverage, % | Mean width, points |")
    print("| :--- | :---- | ---------------: | :----- | ----------: | -----------------: |")
    segmentation(
      "300 images, 20 common classes", SimulatedSegmentation(classes: Self.common), images: 300)
    segmentation(
      "300 images, 20 common and 10 rare classes",
      SimulatedSegmentation(classes: Self.common + Self.rare), images: 300)
    segmentation(
      "1,000 images in sequences of 10, 20 common and 10 rare classes",
      SimulatedSegmentation(classes: Self.common + Self.rare, sequenceLength: 10), images: 1000)
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
    ("all shown twice or more", 2), ("shown 30 times or more", 30),
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

  private static func mean(_ values: [Double], of classes: [Int]) -> Double {
    classes.reduce(0) { $0 + values[$1] } / Double(classes.count)
  }

  /// One row for each rule and method.
  private func compare(
    _ name: String, drawn: String,
    _ interval:
      @Sendable (_ dataset: Int, Bootstrap) -> (ScoreInterval?, truth: Double, classes: Int)
  ) {
    let cases = Self.rules.flatMap { rule in Self.methods.map { (rule, $0) } }
    let totals = total(cases.count) { dataset in
      cases.map { rule, method in
        let bootstrap = Bootstrap(
          resamples: Self.resamples, seed: UInt64(dataset), method: method.method,
          minimumUnits: rule.minimum)
        let (interval, truth, classes) = interval(dataset, bootstrap)
        var count = Count()
        count.add(interval, truth: truth, classes: classes)
        return count
      }
    }
    for ((rule, method), count) in zip(cases, totals) {
      print(
        "| \(name) | \(drawn) | \(rule.name): \(count.meanClasses) | \(method.name) | \(count.cells) |"
      )
    }
  }

  private func segmentation(_ name: String, _ benchmark: SimulatedSegmentation, images: Int) {
    let truth = benchmark.trueOverlaps
    let sequences = (0..<images).map { "\($0 / benchmark.sequenceLength)" }
    var drawings = [("images", ResamplingUnits(images: images))]
    if benchmark.sequenceLength > 1 {
      drawings.append(("sequences", ResamplingUnits(clusters: sequences)))
    }
    for (drawn, units) in drawings {
      compare(name, drawn: drawn) { dataset, bootstrap in
        var random = ResampleStream(seed: 1, resample: dataset)
        let scores = ResampledSegmentation(
          benchmark.rows(images, using: &random), classCount: truth.count, policy: .presentOnly)
        let result = bootstrap.uncertainty(of: scores, drawing: units)
        return (
          result.summary[.mIoU], Self.mean(truth, of: result.classes), result.classes.count
        )
      }
    }
  }

  /// Two runs that see the same images: the second finds a little more of every class.
  private func differences() {
    let classes = Self.common + Self.rare
    let better = classes.map {
      SimulatedSegmentation.Class(frequency: $0.frequency, recall: $0.recall + 0.03)
    }
    let (first, second) = (
      SimulatedSegmentation(classes: classes), SimulatedSegmentation(classes: better)
    )
    let truth = zip(first.trueOverlaps, second.trueOverlaps).map { $1 - $0 }
    let units = ResamplingUnits(images: 300)
    compare("300 images, 20 common and 10 rare classes", drawn: "images") { dataset, bootstrap in
      // The same numbers are drawn for both: presence, sizes and difficulty agree.
      let runs = [first, second].map { benchmark in
        var random = ResampleStream(seed: 1, resample: dataset)
        return ResampledSegmentation(
          benchmark.rows(300, using: &random), classCount: truth.count, policy: .presentOnly)
      }
      let result = bootstrap.difference(from: runs[0], to: runs[1], drawing: units)
      return (result.summary[.mIoU], Self.mean(truth, of: result.classes), result.classes.count)
    }
  }

  private func classes() {
    let bounds = [2, 5, 10, 20, 30, 60, 120, 1000]
    let benchmark = SimulatedSegmentation(classes: Self.common + Self.rare)
    let truth = benchmark.trueOverlaps
    let units = ResamplingUnits(images: 300)
    for (name, method) in Self.methods {
      let totals = total(bounds.count) { dataset in
        var random = ResampleStream(seed: 1, resample: dataset)
        let scores = ResampledSegmentation(
          benchmark.rows(300, using: &random), classCount: truth.count, policy: .presentOnly)
        let result = Bootstrap(
          resamples: Self.resamples, seed: UInt64(dataset), method: method, minimumUnits: 2
        ).uncertainty(of: scores, drawing: units)
        var counts = [Count](repeating: Count(), count: bounds.count)
        for (classID, images) in scores.imagesShowingClass.enumerated() where images.count >= 2 {
          let bin = bounds.lastIndex { images.count >= $0 } ?? 0
          counts[bin].add(result.perClass[classID], truth: truth[classID])
        }
        return counts
      }
      for (bin, count) in totals.enumerated() where count.total > 0 {
        print("| \(bounds[bin]) to \(bounds[bin + 1] - 1) | \(name) | \(count.cells) |")
      }
    }
  }

  private func recognition() {
    let common: [Double] = (0..<12).map { 0.15 + 0.02 * Double($0) }
    let rare: [Double] = (1...6).map { Double($0) / 100 }
    let benchmark = SimulatedRecognition(frequencies: common + rare)
    let truth = benchmark.truePrecisions
    let units = ResamplingUnits(images: 300)
    compare("300 images, 12 common and 6 rare classes", drawn: "images") { dataset, bootstrap in
      var random = ResampleStream(seed: 1, resample: dataset)
      let scores = ResampledRecognition(
        benchmark.rows(300, using: &random), classCount: truth.count)
      let result = bootstrap.uncertainty(of: scores, drawing: units)
      return (result.summary[.mAP], Self.mean(truth, of: result.classes), result.classes.count)
    }
  }
}
