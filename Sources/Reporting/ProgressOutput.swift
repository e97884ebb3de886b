/// Where a progress line goes.
public struct ProgressOutput: Sendable {
  /// Whether one line is redrawn in place; otherwise lines are written below each other.
  public let isRedrawn: Bool

  /// The number of cells in a line, where it is known.
  public let columns: @Sendable () -> Int?

  /// Writes text as it is.
  public let write: @Sendable (String) -> Void

  /// Creates an output.
  ///
  /// - Parameters:
  ///   - isRedrawn: Whether one line is redrawn in place.
  ///   - columns: The number of cells in a line, where it is known.
  ///   - write: Takes the text.
  public init(
    isRedrawn: Bool, columns: @escaping @Sendable () -> Int? = { nil },
    write: @escaping @Sendable (String) -> Void
  ) {
    self.isRedrawn = isRedrawn
    self.columns = columns
    self.write = write
  }

  /// The process's standard error, redrawn where a person watches.
  public static var standardError: ProgressOutput {
    let terminal = Terminal.standardError
    return ProgressOutput(
      isRedrawn: terminal.isInteractive, columns: { terminal.columns },
      write: { terminal.write($0) })
  }
}
