import Evaluation
import Foundation

/// Where a run goes.
enum RunLocation {
  /// The folder that the settings state, else `Results/runs/<name>-<time in UTC>`.
  static func url(for file: ExperimentFile, at date: Date = Date()) -> URL {
    if let output = file.output { return output }
    let time = date.formatted(
      .iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
    return Surroundings.current.file(at: "Results/runs/\(file.name)-\(time)")
  }
}
