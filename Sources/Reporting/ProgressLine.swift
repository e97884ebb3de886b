import Synchronization

/// Tells the person at the terminal how far an evaluation is.
///
/// On a terminal one line is redrawn, at most ten times a second; elsewhere a line is written every
/// ten seconds, so that a log stays readable. Everything goes to standard error. The line may be
/// advanced from any thread.
public final class ProgressLine: Sendable {
  private struct State {
    var completed: Int
    var rate: ItemRate
    var lastWritten: Duration?
    var note: String?
    var isFinished = false
  }

  private static let redrawInterval = Duration.milliseconds(100)
  private static let logInterval = Duration.seconds(10)
  private static let eraseToEnd = "\u{1B}[K"

  private let text: ProgressText
  private let alreadyDone: Int
  private let output: ProgressOutput
  private let now: @Sendable () -> Duration
  private let started: Duration
  private let state: Mutex<State>

  /// Starts a progress line; nothing is written before the first item is finished.
  ///
  /// - Parameters:
  ///   - label: What is being done, for example the name of the benchmark.
  ///   - total: How many items there are.
  ///   - alreadyDone: How many of them were finished by an earlier run.
  ///   - unit: What an item is called, in the plural.
  ///   - concurrency: How many items are worked on at a time.
  ///   - output: Where the line goes.
  ///   - now: A clock that never runs backwards.
  /// - Precondition: `alreadyDone` lies between 0 and `total`, and `concurrency` is positive.
  public init(
    label: String, total: Int, alreadyDone: Int = 0, unit: String = "images",
    concurrency: Int = 1, output: ProgressOutput = .standardError,
    now: @escaping @Sendable () -> Duration = ProgressLine.monotonicClock()
  ) {
    precondition(
      (0...total).contains(alreadyDone), "\(alreadyDone) of \(total) items cannot be done")
    precondition(concurrency > 0, "\(concurrency) items at a time")
    text = ProgressText(label: label, total: total, unit: unit)
    self.alreadyDone = alreadyDone
    self.output = output
    self.now = now
    started = now()
    state = Mutex(State(completed: alreadyDone, rate: ItemRate(concurrency: concurrency)))
  }

  /// The time since the clock was made, by the system's monotonic clock.
  public static func monotonicClock() -> @Sendable () -> Duration {
    let start = ContinuousClock.now
    return { ContinuousClock.now - start }
  }

  /// Notes that one more item is finished, and redraws where it is time to.
  ///
  /// - Parameter note: What else the line says; asked for only where it is redrawn.
  /// - Precondition: there are no more items than announced, and the line is not finished.
  public func advance(saying note: () -> String? = { nil }) {
    let instant = now()
    state.withLock { state in
      precondition(
        state.completed < text.total && !state.isFinished,
        "Item \(state.completed + 1) of \(text.total) after the end")
      state.completed += 1
      state.rate.record(at: instant)
      let interval = output.isRedrawn ? Self.redrawInterval : Self.logInterval
      let last = state.lastWritten ?? (output.isRedrawn ? instant - interval : started)
      guard instant - last >= interval else { return }
      state.lastWritten = instant
      state.note = note()
      write(status(state))
    }
  }

  /// Writes a message that stays, above the line.
  public func writeMessage(_ message: String) {
    state.withLock { state in
      guard output.isRedrawn, state.lastWritten != nil, !state.isFinished else {
        output.write(message + "\n")
        return
      }
      output.write("\r" + Self.eraseToEnd + message + "\n")
      write(status(state))
    }
  }

  /// Ends the line with how many items were finished in which time; further calls do nothing.
  public func finish() {
    let elapsed = now() - started
    state.withLock { state in
      guard !state.isFinished else { return }
      state.isFinished = true
      let summary = text.summary(
        completed: state.completed, inThisRun: state.completed - alreadyDone, elapsed: elapsed)
      output.write(output.isRedrawn ? "\r" + summary + Self.eraseToEnd + "\n" : summary + "\n")
    }
  }

  /// The cells to fill; the last one stays free because some terminals wrap when it is written.
  private var width: Int? {
    output.isRedrawn ? max(1, (output.columns() ?? 80) - 1) : nil
  }

  private func status(_ state: State) -> String {
    text.status(
      completed: state.completed, rate: state.rate.itemsPerSecond, note: state.note,
      columns: width)
  }

  private func write(_ status: String) {
    output.write(output.isRedrawn ? "\r" + status + Self.eraseToEnd : status + "\n")
  }
}
