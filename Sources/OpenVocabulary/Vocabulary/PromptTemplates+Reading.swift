public import Foundation

extension PromptTemplates {
  /// Reads a file that lists one template a line.
  ///
  /// Lines that begin with `#` are comments; blank lines and white space around a template do not
  /// count. Line ends are LF or CRLF. The list's name is the file's, without its last suffix.
  ///
  /// - Throws: ``OpenVocabularyError``, naming the file and the line.
  public init(contentsOf file: URL) throws(OpenVocabularyError) {
    try self.init(
      name: file.deletingPathExtension().lastPathComponent,
      file: file.path(percentEncoded: false),
      lines: ListFile(contentsOf: file).lines.filter { !$0.text.isEmpty })
  }
}
