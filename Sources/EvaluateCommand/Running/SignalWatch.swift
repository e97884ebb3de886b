import Dispatch
import Evaluation
import Foundation

/// Turns Ctrl-C and SIGTERM into a request to stop; the second one ends the process at once.
final class SignalWatch {
  /// What the first signal asks of the run.
  let interruption = Interruption()

  private let sources: [any DispatchSourceSignal]

  /// Watches until ``stop()``.
  ///
  /// - Parameter report: Told that a request has come.
  init(report: @escaping @Sendable () -> Void) {
    let interruption = interruption
    sources = [SIGINT, SIGTERM].map { number in
      // The default would end the process before the source is asked.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(
        signal: number, queue: .global(qos: .userInitiated))
      source.setEventHandler {
        guard interruption.signal == nil else {
          signal(number, SIG_DFL)
          raise(number)
          return
        }
        interruption.request(by: number)
        report()
      }
      source.resume()
      return source
    }
  }

  /// Gives the signals their usual meaning back.
  func stop() {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }
}
