/// A run that was asked to stop has done so, with everything recorded that was computed.
public struct RunInterrupted: Error, Equatable, Sendable {
  /// The signal that asked for it.
  public let signal: Int32
}
