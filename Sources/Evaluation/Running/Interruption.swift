import Synchronization

/// Whether somebody has asked a run to stop.
///
/// A run looks before each image: what is in hand is finished and recorded.
public final class Interruption: Sendable {
  private let request = Atomic<Int32>(0)

  /// Creates one that nobody has asked for.
  public init() {}

  /// The signal that asked to stop; `nil` as long as none has.
  public var signal: Int32? {
    let signal = request.load(ordering: .acquiring)
    return signal == 0 ? nil : signal
  }

  /// Asks to stop.
  ///
  /// - Parameter signal: The signal that came, for the exit code.
  public func request(by signal: Int32) {
    request.store(signal, ordering: .releasing)
  }

  /// Stops here where it was asked for.
  ///
  /// - Throws: ``RunInterrupted``.
  func check() throws(RunInterrupted) {
    if let signal { throw RunInterrupted(signal: signal) }
  }
}
