public import Datasets
public import Foundation
public import Metrics

/// A finished run with what every image gave, read back from its folder.
///
/// Some of its images can be chosen, and another policy for absent classes: the run is then the one that
/// would have been on these images alone by that policy, and needs neither network nor data set for it.
public struct RecordedRun: Sendable {
  /// Where the run lies.
  public let url: URL

  /// What came out.
  ///
  /// Where the run is scored again, it is the result that a run of that experiment leaves: hash,
  /// experiment and rows are the same; the execution is that of the run which was.
  public let result: ResultDocument

  /// How the scores are others than the run's own; `nil` where they are not.
  public let rescoring: Rescoring?

  /// The ids of the images, in their order.
  public let ids: [String]

  /// The hashes of each image's files, by their role.
  let hashes: [[String: String]]

  /// The rows of the table, in their order.
  let rows: [RecordedRow]

  /// Reads a run.
  ///
  /// - Parameters:
  ///   - url: The folder of the run, or its `result.json`.
  ///   - selection: Which of its images are scored.
  ///   - policy: What absent classes do to the means of a segmentation; `nil` for what they do in the run.
  /// - Throws: ``RunFolderError`` where there is no finished run, ``RecordError`` where the records are
  ///   damaged, ``ComparisonError`` where some or all are not there or the task has no such policy, and
  ///   `DatasetError` where the run has not the selected images.
  public init(
    contentsOf url: URL, selecting selection: SampleSelection = .all,
    absentClasses policy: AbsentClassPolicy? = nil
  ) throws {
    try self.init(
      of: ResultDocument(contentsOf: url), at: url,
      recordedIn: RunFolder.recordsFile(ofRunAt: url), selecting: selection, absentClasses: policy)
  }

  /// Reads what every image of a run gave.
  ///
  /// - Parameters:
  ///   - result: The result, whose rows and classes the records have.
  ///   - url: Where the run lies, for errors.
  ///   - file: The records.
  ///   - selection: Which of the images are scored.
  ///   - policy: As in ``init(contentsOf:selecting:absentClasses:)``.
  /// - Throws: As there, less what is wrong with the result.
  init(
    of result: ResultDocument, at url: URL, recordedIn file: URL,
    selecting selection: SampleSelection = .all, absentClasses policy: AbsentClassPolicy? = nil
  ) throws {
    if policy != nil, result.task != .segmentation {
      throw ComparisonError.noAbsentClassPolicy(task: result.task.rawValue)
    }
    func records<Content: RescorableContent>(_: Content.Type) throws -> Records<Content> {
      try Records(of: result, at: url, in: file)
    }
    switch result.task {
    case .segmentation:
      try self.init(records(SegmentationContent.self), selecting: selection, policy)
    case .explainability:
      try self.init(records(ExplanationContent.self), selecting: selection, policy)
    case .recognition:
      try self.init(records(RecognitionContent.self), selecting: selection, policy)
    case .points:
      try self.init(records(PointContent.self), selecting: selection, policy)
    }
  }

  private init<Content: RescorableContent>(
    _ records: Records<Content>, selecting selection: SampleSelection, _ policy: AbsentClassPolicy?
  ) throws {
    let chosen = try records.selecting(selection)
    let own = records.result.absentClassPolicy
    url = records.url
    ids = chosen.ids
    hashes = chosen.hashes
    rows = try chosen.rows()
    let replacedPolicy = policy == own ? nil : policy.flatMap { _ in own }
    guard selection != .all || replacedPolicy != nil else {
      (result, rescoring) = (records.result, nil)
      return
    }
    result = try chosen.rescored(absentClasses: policy)
    rescoring =
      chosen.ids.count < records.ids.count || replacedPolicy != nil
      ? Rescoring(
        images: chosen.ids.count, imagesOfRun: records.ids.count, replacedPolicy: replacedPolicy)
      : nil
  }

  /// The intervals of each row's scores.
  ///
  /// - Parameters:
  ///   - bootstrap: How images are resampled.
  ///   - cluster: What is drawn in one piece; `nil` for what is usual for the data set.
  /// - Returns: One for each row of the table.
  public func uncertainties(
    by bootstrap: Bootstrap, drawing cluster: ImageCluster? = nil
  ) -> [ScoreUncertainty] {
    let units = (cluster ?? usualCluster).units(of: ids)
    return rows.indices.map { resampled($0).uncertainty(by: bootstrap, drawing: units) }
  }

  /// Whether the run scored predictions that were saved before.
  public var isOfPredictions: Bool {
    result.experiment["content", "scores", "from"]?.text == "predictions"
  }

  /// Whether the scores are from elsewhere: no network ran for them, nor are the images needed.
  public var isFromElsewhere: Bool { result.experiment["content", "scores"] != nil }

  /// What is drawn in one piece where nothing else is asked for.
  public var usualCluster: ImageCluster {
    result.experiment["content", "dataset", "kind"]?.text == DatasetKind.cityscapes.rawValue
      ? .sequence : .image
  }
}
