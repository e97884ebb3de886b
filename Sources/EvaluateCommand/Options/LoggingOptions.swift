import ArgumentParser
import Logging

/// How much a command says about what it does.
struct LoggingOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say more on standard error about what is done.")
  var verbose = false

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
  var quiet = false

  func validate() throws {
    if verbose && quiet { throw ValidationError("--verbose and --quiet exclude each other.") }
  }

  /// A log to standard error.
  var logger: Logger {
    var logger = Logger(label: "evaluate") { _ in TerminalLogHandler() }
    logger.logLevel = quiet ? .error : verbose ? .debug : .notice
    return logger
  }
}
