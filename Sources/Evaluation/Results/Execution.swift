public import Foundation

/// Everything about a run that may differ between two runs of equal results.
public struct Execution: Sendable, Codable, Equatable {
  /// When the run ended, in UTC.
  public var date: Date

  /// The version of the program.
  public var version: String

  /// The arguments the program was given.
  public var arguments: [String]

  /// The processor's name.
  public var processor: String

  /// The library that multiplied, its version and its kernels; `nil` where no model ran.
  public var matrixKernels: String?

  /// How many images were computed side by side.
  public var workers: Int

  /// How many neighbouring images a worker took at once.
  public var batch: Int

  /// How many images earlier processes had recorded, where the run was continued.
  public var recordedBefore: Int?

  /// The files of the experiment as they were found.
  public var files: [String: String]

  /// How long each part took, in seconds of the clock on the wall.
  public var seconds: [String: Double]
}

extension Execution {
  /// The processor's name, as the operating system gives it.
  public static var processorName: String {
    #if os(Linux)
      let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
      let name = lines.split(separator: "\n").first { $0.hasPrefix("model name") }
      return name?.split(separator: ":").last.map {
        $0.trimmingCharacters(in: .whitespaces)
      } ?? "unknown"
    #else
      return ProcessInfo.processInfo.operatingSystemVersionString
    #endif
  }
}
