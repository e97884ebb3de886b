import Datasets
public import DemoWorld
import OpenVocabulary
public import Tensors

/// Looks for everything that is wrong with a data set, not for the first thing only.
///
/// Every label map is decoded, and every shape drawn; how closely images are looked at is
/// ``ImageInspection``.
public struct DatasetCheck: Sendable {
  /// The name of the data set.
  public let name: String

  /// The part of it that is checked; `nil` where it has no parts.
  public let split: String?

  /// The published numbers of images, one of which is expected, or that of drawn scenes; empty where
  /// none is known.
  public let expectedImageCounts: [Int]

  /// What says that the data set is drawn scenes; `nil` where nothing does.
  public let demo: DemoMarker?

  let data: EvaluationData?
  let images: ImageInspection
  let problems: [DatasetProblem]

  /// Plans the check of a data set that a reader has opened.
  ///
  /// - Parameters:
  ///   - data: The data set.
  ///   - expectedImageCounts: The published numbers of images, one of which is expected.
  ///   - images: How closely images are looked at.
  public init(
    _ data: EvaluationData, expecting expectedImageCounts: [Int] = [],
    images: ImageInspection = .headers
  ) {
    self.init(
      name: data.name, split: data.split, data: data, expectedImageCounts: expectedImageCounts,
      images: images, problems: [])
  }

  /// Plans the check of a data set that may have kept its reader from opening it.
  init(
    name: String, split: String?, data: EvaluationData?, expectedImageCounts: [Int],
    images: ImageInspection, problems: [DatasetProblem]
  ) {
    self.name = name
    self.split = split
    self.data = data
    demo = data?.demo
    // Drawn scenes are as many as their note says, and never as many as were published.
    self.expectedImageCounts =
      expectedImageCounts.isEmpty ? [] : demo.map { [$0.sceneCount] } ?? expectedImageCounts
    self.images = images
    self.problems = problems
  }

  /// How many samples are looked at.
  public var sampleCount: Int { data?.imageCount ?? 0 }

  /// Looks at every sample.
  ///
  /// - Parameters:
  ///   - workers: The threads that share the samples; the report is the same for any number.
  ///   - progress: Told the number of samples done, one call at a time.
  /// - Returns: Everything that was found.
  /// - Throws: Nothing of its own: what is wrong with a file is part of the report.
  public func report(
    workers: Workers = .one, progress: @Sendable (_ completed: Int) -> Void = { _ in }
  ) throws -> DatasetReport {
    var report = DatasetReport(
      dataset: name, split: split, demo: demo?.summary, imageCount: data?.imageCount,
      expectedImageCounts: expectedImageCounts, classNames: data?.classList.names ?? [])
    report.problems.append(contentsOf: problems)
    report.problems.append(contentsOf: countProblems)
    switch data {
    case nil:
      break
    case .labelMaps(let dataset):
      try look(at: dataset, for: &report, workers, progress)
    case .regions(let dataset):
      let check = ShownClassCheck(images: images)
      try look(at: dataset.samples, for: &report, workers, progress) { sample in
        check.findings(for: sample, regions: dataset.source)
      }
    case .labelledImages(let dataset):
      let check = ShownClassCheck(images: images)
      try look(at: dataset.images, for: &report, workers, progress) { image in
        check.findings(for: image)
      }
    }
    return report
  }

  /// Looks at label maps and their images.
  private func look(
    at dataset: Dataset, for report: inout DatasetReport, _ workers: Workers,
    _ progress: @Sendable (_ completed: Int) -> Void
  ) throws {
    let check = SampleCheck(dataset.labelTable, images: images)
    var histograms: [LabelEncoding: LabelHistogram] = [:]
    var tally = TrivialScoreTally(
      classCount: dataset.classList.count, meanings: check.meanings,
      backgroundClass: dataset.backgroundClass,
      unscoredBackground: dataset.labelTable.unscoredBackground)
    let findings = try workers.map(dataset.samples, completed: progress) { sample in
      check.findings(for: sample)
    }
    for finding in findings {
      report.problems.append(contentsOf: finding.problems)
      histograms[finding.encoding, default: LabelHistogram()].merge(finding.histogram)
      tally.add(finding.histogram, in: finding.encoding)
    }
    report.labels = Self.rows(of: histograms, meanings: check.meanings)
    report.classesNeverSeen = tally.classesNeverSeen
    report.trivialScores = tally.scores
  }

  /// Looks at images and the classes that are said to be in them.
  private func look<Image: Sendable>(
    at images: [Image], for report: inout DatasetReport, _ workers: Workers,
    _ progress: @Sendable (_ completed: Int) -> Void,
    _ findings: @Sendable (Image) -> ShownClassCheck.Findings
  ) throws {
    var counts = [DatasetReport.ClassCount](
      repeating: DatasetReport.ClassCount(), count: report.classNames.count)
    for finding in try workers.map(images, completed: progress, findings) {
      report.problems.append(contentsOf: finding.problems)
      for classID in finding.shown { counts[classID].shown += 1 }
      for classID in finding.undecided { counts[classID].undecided += 1 }
      if finding.shown.isEmpty { report.imagesWithoutClass += 1 }
    }
    report.classCounts = counts
    report.classesNeverSeen = counts.indices.filter { counts[$0].shown == 0 }
  }

  /// What the numbers of files alone say.
  private var countProblems: [DatasetProblem] {
    var problems: [DatasetProblem] = []
    if let count = data?.imageCount, !expectedImageCounts.isEmpty,
      !expectedImageCounts.contains(count)
    {
      let expected = expectedImageCounts.map(String.init).joined(separator: " or ")
      problems.append(
        DatasetProblem(
          .imageCount,
          message: """
            \(name)\(split.map { " \($0)" } ?? "") names \(count) images, and \(expected) were \
            published. A score on a part of them is not that of the benchmark.
            """))
    }
    if let count = data?.labelsWithoutImage, count > 0 {
      problems.append(
        DatasetProblem(
          .labelWithoutImage,
          message: """
            \(count) label \(count == 1 ? "map has" : "maps have") no image. \
            Complete the images, or remove the label maps.
            """))
    }
    return problems
  }

  private static func rows(
    of histograms: [LabelEncoding: LabelHistogram], meanings: LabelMeanings
  ) -> [DatasetReport.LabelRow] {
    LabelEncoding.allCases.flatMap { encoding in
      (histograms[encoding]?.counts ?? [:]).sorted { $0.key < $1.key }.map { value, count in
        DatasetReport.LabelRow(
          encoding: encoding, value: Int(value), meaning: meanings[value, in: encoding],
          count: count)
      }
    }
  }
}
