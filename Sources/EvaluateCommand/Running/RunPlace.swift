import Evaluation
import Foundation

/// Where a run lies, and whether it is there already.
enum RunPlace {
  /// Nothing is there yet.
  case new(URL)

  /// An unfinished run to go on with.
  case unfinished(URL)

  /// A whole run.
  case finished(URL)

  /// The folder that is stated, else `Results/runs/<name>-<time in UTC>`, with a number behind it where
  /// another run has the same second.
  ///
  /// - Parameters:
  ///   - file: The experiment's settings.
  ///   - place: The folder that is stated elsewhere.
  ///   - resumes: Whether a run that is there already is gone on with: the one that is stated, or
  ///     the last unfinished one of the experiment's name.
  init(of file: ExperimentFile, at place: URL?, resuming resumes: Bool) {
    if let output = place ?? file.output {
      self = resumes ? RunPlace(at: output) : .new(output)
      return
    }
    let runs = file.document.surroundings.file(at: "Results/runs")
    if resumes, let last = Self.lastUnfinished(of: file.name, in: runs) {
      self = .unfinished(last)
      return
    }
    let time = Date().formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
    let name = "\(file.name)-\(time)"
    let names = [name] + (2...99).map { "\(name)-\($0)" }
    let free = names.first {
      !FileManager.default.fileExists(atPath: runs.appending(path: $0).path(percentEncoded: false))
    }
    self = .new(runs.appending(path: free ?? name))
  }

  /// What lies at an address.
  private init(at url: URL) {
    if RunFolder.isFinished(url) {
      self = .finished(url)
    } else if RunFolder.isUnfinished(url) {
      self = .unfinished(url)
    } else {
      self = .new(url)
    }
  }

  /// The times in the names order the runs.
  private static func lastUnfinished(of name: String, in runs: URL) -> URL? {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: runs.path(percentEncoded: false))) ?? []
    return names.filter { $0.hasPrefix("\(name)-2") }.sorted().reversed()
      .map { runs.appending(path: $0) }.first(where: RunFolder.isUnfinished)
  }
}
