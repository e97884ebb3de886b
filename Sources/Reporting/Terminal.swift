import Foundation

/// One of the process's output streams and what may be done to it.
public struct Terminal: Sendable {
  /// Where results go.
  public static let standardOutput = Terminal(descriptor: 1)

  /// Where everything else goes.
  public static let standardError = Terminal(descriptor: 2)

  /// The number of the stream.
  public let descriptor: Int32

  /// Whether a person watches: the stream is a terminal that can redraw a line.
  public let isInteractive: Bool

  /// Whether text may be set in bold.
  ///
  /// True on an interactive terminal unless `NO_COLOR` is set to anything but nothing
  /// (no-color.org).
  public let allowsStyle: Bool

  /// Looks at an output stream of this process.
  public init(descriptor: Int32) {
    self.init(
      descriptor: descriptor, isTerminal: TerminalDevice.isTerminal(descriptor),
      environment: ProcessInfo.processInfo.environment)
  }

  /// Judges a stream by what is already known about it.
  ///
  /// - Parameters:
  ///   - descriptor: The number of the stream.
  ///   - isTerminal: Whether the stream is a terminal.
  ///   - environment: The variables of the environment; `TERM` and `NO_COLOR` count.
  public init(descriptor: Int32, isTerminal: Bool, environment: [String: String]) {
    self.descriptor = descriptor
    isInteractive = isTerminal && environment["TERM"] != "dumb"
    allowsStyle = isInteractive && environment["NO_COLOR", default: ""].isEmpty
  }

  /// The number of cells in a line, or `nil` where the stream is no terminal or does not say.
  ///
  /// It is asked anew every time, because windows change.
  public var columns: Int? {
    TerminalDevice.columns(of: descriptor)
  }

  /// Writes text at once.
  ///
  /// A stream that nobody reads any more is no reason to stop an evaluation, so failures are
  /// dropped; results are written by other means.
  public func write(_ text: String) {
    try? FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
      .write(contentsOf: Data(text.utf8))
  }
}
