import Checkpoints
public import Foundation
public import Imaging

/// The folder of a run.
///
/// While a run is computed it holds `run.json`, which says what is computed, and `images.jsonl`, which
/// grows. `result.json` comes last and all at once, and `run.json` goes: a folder with a result is a whole
/// run, one without can be continued.
public struct RunFolder: Sendable {
  /// Where the run lies.
  public let url: URL

  /// What every image gave.
  public let records: RecordLog

  /// Whether the run was begun by an earlier process.
  public let isContinued: Bool

  /// The folders on the way that were not there before, deepest first.
  private let parents: [URL]

  /// The names of the files in a run folder.
  enum FileName {
    static let statement = "run.json"
    static let records = "images.jsonl"
    static let result = "result.json"
  }

  /// Begins a run, which shows at once, and not after hours of computing, whether its folder can be
  /// written.
  ///
  /// - Parameters:
  ///   - experiment: What is computed.
  ///   - url: Where the run will lie.
  /// - Throws: ``RunFolderError`` when something lies there already or nothing can be written there.
  public init(beginning experiment: Experiment, at url: URL) throws {
    try self.init(beginning: RunStatement(of: experiment), at: url)
  }

  /// Begins a run of what is stated.
  init(beginning statement: RunStatement, at url: URL) throws {
    self.url = url
    parents = Self.missingFolders(from: url.deletingLastPathComponent())
    isContinued = false
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      // Made without those above it, the folder is one process's alone.
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    } catch {
      guard FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) else {
        throw RunFolderError.unwritable(url, reason: error.reason)
      }
      throw Self.isUnfinished(url) ? RunFolderError.unfinished(url) : RunFolderError.exists(url)
    }
    do {
      records = try RecordLog(at: url.appending(path: FileName.records))
      try Self.write(try statement.jsonData(), to: url.appending(path: FileName.statement))
    } catch {
      Self.remove(url, and: parents)
      throw error
    }
  }

  /// Opens a run that an earlier process did not finish.
  ///
  /// - Parameters:
  ///   - experiment: What is to be computed, which has to be what was begun.
  ///   - url: Where the run lies.
  /// - Throws: ``RunFolderError`` when there is no unfinished run or one of another experiment,
  ///   ``RecordError/inUse(_:)`` when another process is at it.
  public init(continuing experiment: Experiment, at url: URL) throws {
    try self.init(continuing: RunStatement(of: experiment), at: url)
  }

  /// Opens an unfinished run of what is stated.
  init(continuing statement: RunStatement, at url: URL) throws {
    self.url = url
    parents = []
    isContinued = true
    let begun = try RunStatement(contentsOf: url.appending(path: FileName.statement))
    let differences = begun.differences(from: statement)
    guard differences.isEmpty else {
      throw RunFolderError.otherExperiment(url, differences: differences)
    }
    records = try RecordLog(at: url.appending(path: FileName.records))
  }

  /// Whether a folder holds a run that was begun and not finished.
  public static func isUnfinished(_ url: URL) -> Bool {
    FilePresence(at: url.appending(path: FileName.statement)) == .file && !isFinished(url)
  }

  /// Whether a folder holds a whole run.
  public static func isFinished(_ url: URL) -> Bool {
    FilePresence(at: url.appending(path: FileName.result)) == .file
  }

  /// The folder of a run, whose result may be named instead.
  static func folder(ofRunAt url: URL) -> URL {
    url.pathExtension == "json" ? url.deletingLastPathComponent() : url
  }

  /// The records of a run, whose folder or result is named.
  static func recordsFile(ofRunAt url: URL) -> URL {
    folder(ofRunAt: url).appending(path: FileName.records)
  }

  /// Writes a prediction as `predictions/<id>.png`, or `predictions/<method>/<id>.png`.
  ///
  /// The file has VOC's colours and 255 where nothing is predicted, or is gray of 16 bits where there
  /// are more classes than 8 bits can tell.
  ///
  /// - Parameters:
  ///   - prediction: Train ids at the size of the ground truth.
  ///   - id: The sample's id; a slash in it makes a folder.
  ///   - method: The method's name, where the run has several.
  ///   - classCount: The number of classes that there are.
  /// - Throws: ``RunFolderError/unwritable(_:reason:)``, or an imaging error.
  public func write(
    prediction: LabelMap, of id: String, by method: String?, classCount: Int
  ) throws {
    let folder = method.map { "predictions/\($0)" } ?? "predictions"
    var stored = prediction
    if classCount <= 255 {
      for index in stored.labels.indices where stored.labels[index] == LabelMap.ignored {
        stored.labels[index] = 255
      }
    }
    try Self.write(
      stored.pngData(palette: classCount <= 255 ? .pascalVOC : nil),
      to: url.appending(path: "\(folder)/\(id).png"))
  }

  /// Writes the result, which completes the run.
  ///
  /// - Throws: ``RunFolderError``.
  public func finish(with result: ResultDocument) throws {
    try records.bringToDisk()
    let file = url.appending(path: FileName.result)
    try Self.write(try result.jsonData(), to: file)
    try? FileHandle(forUpdating: file).synchronize()
    // The result says what was computed; a statement that stays behind harms nobody.
    try? FileManager.default.removeItem(at: url.appending(path: FileName.statement))
    records.close()
  }

  /// Lets go of a run that was stopped or has failed: what was recorded stays, to be continued; where
  /// nothing was, the folder goes.
  public func leave() {
    // The run's own error is what counts.
    try? records.bringToDisk()
    records.close()
    if !isContinued, records.count == 0 { Self.remove(url, and: parents) }
  }

  /// Removes a folder and the empty ones above it that were made for it.
  private static func remove(_ folder: URL, and parents: [URL]) {
    // Nothing can be done about a folder that cannot be removed.
    try? FileManager.default.removeItem(at: folder)
    for parent in parents {
      let path = parent.path(percentEncoded: false)
      guard (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty == true else {
        break
      }
      try? FileManager.default.removeItem(at: parent)
    }
  }

  /// The folders from here upward that are not there, deepest first.
  private static func missingFolders(from folder: URL) -> [URL] {
    var missing: [URL] = []
    var folder = folder.standardizedFileURL
    while folder.path != "/", !FileManager.default.fileExists(atPath: folder.path) {
      missing.append(folder)
      folder = folder.deletingLastPathComponent()
    }
    return missing
  }

  /// Writes a file as a whole or not at all, in folders that are made where they are missing.
  private static func write(_ data: Data, to file: URL) throws(RunFolderError) {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file, options: .atomic)
    } catch {
      throw .unwritable(file, reason: error.reason)
    }
  }
}
