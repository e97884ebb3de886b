import ArgumentParser
import Evaluation
import Foundation
import Tensors

/// The option that says how many images are taken up side by side.
struct WorkerOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Images taken up at a time, one thread each; by default one for each processor core.",
      valueName: "n"))
  var workers: Int?

  func validate() throws {
    if let workers, workers < 1 {
      throw ValidationError("--workers takes a number of 1 or more, not \(workers).")
    }
  }

  /// What the option states, as a setting.
  var overrides: [ConfigurationOverride] {
    workers.map { [ConfigurationOverride("workers", number: $0, option: "--workers")] } ?? []
  }

  /// The threads, where no configuration has a say.
  var threads: Workers {
    Workers(workers ?? ProcessInfo.processInfo.activeProcessorCount)
  }
}
