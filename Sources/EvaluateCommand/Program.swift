public import ArgumentParser
import Evaluation
import Foundation
import Reporting
import Tensors

/// The program `evaluate`: the commands and what the shell sees of them.
public enum Program {
  /// The version, as `--version` and every result give it.
  public static let version = "0.1.0"

  /// Runs the command that the arguments ask for and ends the process.
  ///
  /// Exit codes: 0 fine, 1 the answer is no, 2 bad input or environment, 64 usage.
  public static func main() -> Never {
    let command: any ParsableCommand
    do {
      command = try EvaluateCommand.parseAsRoot()
    } catch {
      EvaluateCommand.exit(withError: error)
    }
    do {
      guard OpenBLAS.processorFits else { throw EnvironmentError.oldProcessor }
      var command = command
      try command.run()
      Foundation.exit(0)
    } catch let error where EvaluateCommand.exitCode(for: error) != .failure {
      // Help that was asked for, usage that was found wrong late, or a command's own exit code.
      EvaluateCommand.exit(withError: error)
    } catch {
      Terminal.standardError.write("error: \(message(of: error))\n")
      Foundation.exit(ExitCodes.badInput)
    }
  }

  /// The program as results name it.
  static var forResults: ExperimentRun.Program {
    ExperimentRun.Program(
      version: version, arguments: Array(CommandLine.arguments.dropFirst()))
  }

  /// The error in its own words; the system's errors have none that a person would want to read.
  private static func message(of error: any Error) -> String {
    (error as? any CustomStringConvertible)?.description ?? error.localizedDescription
  }
}

/// What the exit codes mean beside success and ArgumentParser's 64 for usage.
enum ExitCodes {
  /// The input or the environment is not fit.
  static let badInput: Int32 = 2
}
