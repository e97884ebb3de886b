import ArgumentParser
import Evaluation
import Foundation
import Logging

/// The program from its arguments to its exit code.
public enum EvaluateProgram {
  /// The exit code where everything went well and the answer is no.
  static let answerIsNo: Int32 = 1

  /// The exit code for bad input or an environment that lacks something.
  static let badInput: Int32 = 2

  /// What shells add to a signal's number for the exit code of a process that it ended.
  static let signalOffset: Int32 = 128

  /// Runs the command that the arguments name, and ends the process.
  ///
  /// Whatever a command throws becomes a line `error: …` on standard error and exit code 2; mistakes
  /// in the arguments themselves become a usage message and exit code 64.
  public static func main() -> Never {
    // A reader that has seen enough closes its end: that is no reason to lose a run.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try Evaluate.parseAsRoot()
      try run(&command)
    } catch {
      Evaluate.exit(withError: error)
    }
    exit(EXIT_SUCCESS)
  }

  private static func run(_ command: inout any ParsableCommand) throws {
    do {
      try MatrixKernels.requireProcessor()
      try command.run()
    } catch is ClosedOutput {
      throw ExitCode.success
    } catch let interruption as RunInterrupted {
      throw ExitCode(signalOffset + interruption.signal)
    } catch  where error is ExitCode || Evaluate.exitCode(for: error) != .failure {
      // Help, versions and mistakes in the arguments have exit codes of their own.
      throw error
    } catch {
      let mistakes: [any Error] = (error as? ConfigurationError)?.parts ?? [error]
      for error in mistakes { StandardError.write("error: \(error)\n") }
      throw ExitCode(badInput)
    }
  }
}
