public import Foundation

/// The finished runs below some folders.
///
/// A run that is still being written has no result yet and is not seen.
public struct RunCatalogue: Sendable {
  /// How many folders deep runs are looked for.
  private static let depth = 3

  /// The runs, in the order of the places and, below a folder, of the paths.
  public private(set) var runs: [FoundRun] = []

  /// Results that cannot be read, and why.
  public private(set) var unreadable: [RunFolderError] = []

  /// Finds all runs below a folder; none where there is no such folder.
  public init(below folder: URL) {
    add(below: folder, depth: Self.depth)
  }

  /// Reads runs that were named: folders of runs, result files, or folders that hold folders of runs.
  ///
  /// - Throws: ``RunFolderError`` where a place holds no run, or one that cannot be read.
  public init(at places: [URL]) throws(RunFolderError) {
    for place in places {
      switch FilePresence(at: place) {
      case .missing: throw .unreadable(place, reason: "there is no such file or folder")
      case .file: runs.append(FoundRun(url: place, result: try ResultDocument(contentsOf: place)))
      case .folder:
        let before = runs.count
        add(below: place, depth: Self.depth)
        if let first = unreadable.first { throw first }
        guard runs.count > before else {
          throw .unreadable(place, reason: "there is no result.json in it or in its folders")
        }
      }
    }
  }

  /// The newest first.
  public var newestFirst: [FoundRun] {
    runs.sorted {
      ($0.result.execution.date, $0.url.path) > ($1.result.execution.date, $1.url.path)
    }
  }

  private mutating func add(below folder: URL, depth: Int) {
    if FilePresence(at: folder.appending(path: "result.json")) == .file {
      do throws(RunFolderError) {
        runs.append(
          FoundRun(
            url: folder,
            result: try ResultDocument(contentsOf: folder.appending(path: "result.json"))))
      } catch {
        unreadable.append(error)
      }
      return
    }
    guard depth > 0 else { return }
    let entries = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
    for entry in (entries ?? []).sorted(by: { $0.path < $1.path })
    where FilePresence(at: entry) == .folder {
      add(below: entry, depth: depth - 1)
    }
  }
}
