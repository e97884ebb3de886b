/// The forms in which a table can be printed.
public enum TableFormat: String, Sendable, CaseIterable {
  /// Aligned columns for reading on a terminal or in a log.
  case terminal

  /// A pipe table as GitHub renders it.
  case markdown

  /// A `table` environment for the package booktabs.
  case latex

  /// Comma-separated values for other programs.
  case csv
}

extension Table {
  /// The table as text, with a line break at the end.
  ///
  /// - Parameters:
  ///   - format: The form of the text.
  ///   - isStyled: Whether a table for the terminal may be set in bold; see
  ///     ``Terminal/allowsStyle``.
  /// - Returns: Lines that end with a line break each.
  public func rendered(as format: TableFormat, styled isStyled: Bool = false) -> String {
    switch format {
    case .terminal: TerminalTableRenderer(isStyled: isStyled).render(self)
    case .markdown: MarkdownTableRenderer().render(self)
    case .latex: LaTeXTableRenderer().render(self)
    case .csv: CSVTableRenderer().render(self)
    }
  }
}
