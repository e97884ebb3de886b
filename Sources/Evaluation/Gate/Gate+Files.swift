public import Foundation
public import Metrics

extension Gate {
  /// Compares a run with a baseline, by what every image gave where the baseline carries that and the
  /// kernels are others.
  ///
  /// What is amiss with the records of the images leaves the answer open and is said in the report.
  ///
  /// - Parameters:
  ///   - run: The folder of the run.
  ///   - place: A file of ``Baseline/write(to:recordsOf:)``, or the folder of another run.
  ///   - bootstrap: How images are resampled.
  ///   - cluster: What is drawn in one piece; `nil` for what is usual for the data set.
  /// - Returns: A check for each score of each row of the baseline.
  /// - Throws: ``RunFolderError`` where either cannot be read, ``GateError`` where the baseline's records
  ///   are not those it was written with.
  public func report(
    ofRunAt run: URL, againstBaselineAt place: URL, by bootstrap: Bootstrap,
    drawing cluster: ImageCluster? = nil
  ) throws -> GateReport {
    let result = try ResultDocument(contentsOf: run)
    let baseline = try Baseline(contentsOf: place)
    let records = try baseline.recordsFile(at: place)
    let rule = GateReport.Rule(of: result, against: baseline)
    guard let records, !rule.isExact, result.hash == baseline.hash,
      result.rows.map(\.method) == baseline.rows.map(\.method)
    else { return report(of: result, against: baseline) }
    do {
      // Of one experiment, both have their rows under the same names and rules.
      let old = try RecordedRun(of: result, at: place, recordedIn: records)
      try old.checkGives(baseline.rows, recordedIn: records)
      let new = try RecordedRun(contentsOf: run)
      try new.checkGives(result.rows, recordedIn: RunFolder.recordsFile(ofRunAt: run))
      let intervals = try ChangeIntervals(from: old, to: new, by: bootstrap, drawing: cluster)
      return report(of: result, against: baseline, intervals: intervals)
    } catch let error as ComparisonError {
      return GateReport(rule: rule, checks: [.unreadableImages(error.description)])
    } catch let error as RecordError {
      return GateReport(rule: rule, checks: [.unreadableImages(error.description)])
    }
  }
}

extension GateCheck {
  /// What every image gave cannot be held against the baseline's.
  fileprivate static func unreadableImages(_ reason: String) -> GateCheck {
    GateCheck(.images, verdict: .unknown, remark: reason)
  }
}
