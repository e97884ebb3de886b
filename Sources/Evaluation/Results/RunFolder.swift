import Checkpoints
public import Foundation
public import Imaging

/// The folder of a run while it is being written.
///
/// Files go to a draft folder beside the final one and are moved into place when the run is complete:
/// whoever sees the folder sees a whole run.
public struct RunFolder: Sendable {
  /// Where the run will lie.
  public let url: URL

  private let draft: URL

  /// The folders on the way that were not there before, deepest first.
  private let parents: [URL]

  /// Begins a folder, which shows at once, and not after hours of computing, whether it can be written.
  ///
  /// - Throws: ``RunFolderError`` when something lies at the address already or nothing can be
  ///   written there.
  public init(at url: URL) throws(RunFolderError) {
    self.url = url
    let name = url.lastPathComponent
    draft = url.deletingLastPathComponent()
      .appending(path: ".\(name).unfinished-\(ProcessInfo.processInfo.processIdentifier)")
    guard !FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) else {
      throw .exists(url)
    }
    parents = Self.missingFolders(from: url.deletingLastPathComponent())
    do {
      try FileManager.default.createDirectory(at: draft, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(url, reason: error.reason)
    }
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
    try write(
      stored.pngData(palette: classCount <= 255 ? .pascalVOC : nil), to: "\(folder)/\(id).png")
  }

  /// Writes the result, which completes the run, and moves the folder into place.
  ///
  /// - Throws: ``RunFolderError``.
  public func finish(with result: ResultDocument) throws {
    try write(try result.jsonData(), to: "result.json")
    do {
      try FileManager.default.moveItem(at: draft, to: url)
    } catch {
      throw RunFolderError.unwritable(url, reason: error.reason)
    }
  }

  /// Removes what a run that failed has written.
  public func discard() {
    // Nothing can be done about a draft that cannot be removed; the run's own error is what counts.
    try? FileManager.default.removeItem(at: draft)
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

  private func write(_ data: Data, to path: String) throws {
    let file = draft.appending(path: path)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
    } catch {
      throw RunFolderError.unwritable(
        url.appending(path: path), reason: error.reason)
    }
  }
}
