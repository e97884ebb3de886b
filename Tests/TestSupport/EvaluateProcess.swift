import Dispatch
public import Foundation
import Synchronization

/// One run of the real binary, as a person at the terminal has it: exit code, results, messages.
public struct EvaluateProcess: Sendable {
  /// The exit code; 128 + n where signal n ended the process, as shells count.
  public let exitCode: Int32

  /// What came on standard output.
  public let output: String

  /// What came on standard error.
  public let messages: String

  /// The binary, which the package's build lays beside the bundle of the tests.
  public static let executable: URL = {
    let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
    let tests = bundles.first ?? Bundle.main.executableURL ?? SharedData.packageRoot
    return tests.deletingLastPathComponent().appending(path: "evaluate")
  }()

  /// Starts the binary and waits for its end; it is stopped where the test is cancelled, as at the
  /// end of its time limit.
  ///
  /// - Parameters:
  ///   - arguments: The arguments behind the program's name.
  ///   - environment: Variables to set. Those that the program reads and nobody states here are unset,
  ///     so that a test gives the same everywhere.
  ///   - folder: The working directory.
  ///   - outputIsRead: Whether anybody reads standard output; otherwise it is a pipe whose other end is
  ///     closed before the program starts.
  ///   - stop: The signal to send, and when: asked again and again while the process runs.
  /// - Returns: The run, when it has ended.
  /// - Throws: What the system says where the binary cannot be started.
  public static func run(
    _ arguments: [String], environment: [String: String] = [:],
    in folder: URL = SharedData.packageRoot, outputIsRead: Bool = true,
    stopping stop: (signal: Int32, when: @Sendable () -> Bool)? = nil
  ) async throws -> EvaluateProcess {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = inheritedEnvironment.merging(environment) { $1 }
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async {
          continuation.resume(
            with: Result {
              try finish(process, readingOutput: outputIsRead, stopping: stop)
            })
        }
      }
    } onCancel: {
      if process.isRunning { process.terminate() }
    }
  }

  /// Runs a process to its end, reading both streams at a time so that neither fills up.
  private static func finish(
    _ process: Process, readingOutput: Bool,
    stopping stop: (signal: Int32, when: @Sendable () -> Bool)?
  ) throws -> EvaluateProcess {
    let (output, messages) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = messages
    if !readingOutput { try output.fileHandleForReading.close() }
    try process.run()
    let outputText = Mutex("")
    let reader = DispatchGroup()
    if readingOutput {
      DispatchQueue.global().async(group: reader) {
        let text = text(of: output)
        outputText.withLock { $0 = text }
      }
    }
    if let stop {
      DispatchQueue.global().async(group: reader) {
        while process.isRunning {
          if stop.when() {
            kill(process.processIdentifier, stop.signal)
            return
          }
          usleep(2_000)
        }
      }
    }
    let messageText = text(of: messages)
    reader.wait()
    process.waitUntilExit()
    let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
    return EvaluateProcess(
      exitCode: signal + process.terminationStatus, output: outputText.withLock { $0 },
      messages: messageText)
  }

  private static func text(of pipe: Pipe) -> String {
    String(decoding: (try? pipe.fileHandleForReading.readToEnd()) ?? Data(), as: UTF8.self)
  }

  /// The environment of the tests without what the program itself reads.
  private static var inheritedEnvironment: [String: String] {
    ProcessInfo.processInfo.environment.filter { name, _ in
      !["SURGERYBENCH_", "OPENBLAS_", "XDG_CACHE_HOME"].contains { name.hasPrefix($0) }
    }
  }
}
