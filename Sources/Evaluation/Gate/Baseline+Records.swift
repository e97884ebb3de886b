import Checkpoints
public import Foundation

extension Baseline {
  /// Where the records of a baseline's images lie: `<name>.images.jsonl` beside `<name>.json`.
  static func recordsFile(beside file: URL) -> URL {
    file.deletingPathExtension().appendingPathExtension(RunFolder.FileName.records)
  }

  /// The records of the images that the baseline carries, which are those it was written with.
  ///
  /// - Parameter place: Where the baseline was read from: a file, or the folder of a run.
  /// - Returns: `nil` where it carries none.
  /// - Throws: ``GateError`` where they are missing or others.
  func recordsFile(at place: URL) throws -> URL? {
    let file = StoredJSON.resultFile(at: place)
    guard let recordsHash else {
      // A run has its records beside it, unless somebody took them away; a copied result has none.
      let records = RunFolder.recordsFile(ofRunAt: file)
      let isRun = file.lastPathComponent == RunFolder.FileName.result
      return isRun && FilePresence(at: records) == .file ? records : nil
    }
    let records = Self.recordsFile(beside: file)
    guard FilePresence(at: records) == .file else {
      throw GateError.recordsMissing(records, baseline: file)
    }
    let got = try ContentHash(ofFile: records).description
    guard got == recordsHash else {
      throw GateError.recordsChanged(records, got: got, expected: recordsHash)
    }
    return records
  }

  /// Writes the baseline and beside it what every image of its run gave, each file whole, in place of
  /// those that are there.
  ///
  /// The baseline comes last and knows its records by their hash: between the two it is refused.
  ///
  /// - Parameters:
  ///   - file: The baseline's file.
  ///   - run: The folder of the run.
  /// - Throws: ``ComparisonError``, ``RecordError`` or ``RunFolderError`` where the run has not recorded all
  ///   that its scores were computed from, ``RunFolderError/unwritable(_:reason:)``.
  public func write(to file: URL, recordsOf run: URL) throws {
    let recorded = try RecordedRun(contentsOf: run)
    let source = RunFolder.recordsFile(ofRunAt: run)
    try recorded.checkGives(rows, recordedIn: source)
    let data: Data
    do {
      data = try Data(contentsOf: source)
    } catch {
      throw RunFolderError.unreadable(source, reason: error.reason)
    }
    try Self.write(data, to: Self.recordsFile(beside: file))
    var baseline = self
    baseline.recordsHash = ContentHash(of: data).description
    try baseline.write(to: file)
  }

  /// Removes the records beside a baseline that is written without them, where it had some.
  ///
  /// - Throws: ``RunFolderError/unwritable(_:reason:)``.
  public func removeRecords(beside file: URL) throws(RunFolderError) {
    let records = Self.recordsFile(beside: file)
    guard recordsHash != nil, FilePresence(at: records) == .file else { return }
    do {
      try FileManager.default.removeItem(at: records)
    } catch {
      throw .unwritable(records, reason: error.reason)
    }
  }
}
