public import Foundation

extension ClassList {
  /// Reads a file that lists one class a line, in label order.
  ///
  /// A semicolon separates a class's texts. Its display name is the first of them, or what stands before
  /// an equals sign and is no text: `background = sky; wall; tree`. White space around a name or text
  /// does not belong to it. Lines that begin with `#` are comments. Blank lines may stand before
  /// the first class and behind the last. Line ends are LF or CRLF. The list's name is the file's,
  /// without its last suffix: `voc20.maskclip` of `voc20.maskclip.txt`.
  ///
  /// - Throws: ``OpenVocabularyError``, naming the file and the line.
  public init(contentsOf file: URL) throws(OpenVocabularyError) {
    let path = file.path(percentEncoded: false)
    var lines = try ListFile(contentsOf: file).lines.drop { $0.text.isEmpty }
    while lines.last?.text.isEmpty == true { lines.removeLast() }
    if let blank = lines.first(where: { $0.text.isEmpty }) {
      throw .blankLine(file: path, line: blank.number)
    }
    let classes = lines.map { line in
      let sides = line.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let texts = sides[sides.count - 1].split(separator: ";", omittingEmptySubsequences: false)
      return Line(
        number: line.number,
        displayName: sides.count == 2 ? sides[0].trimmingCharacters(in: .whitespaces) : nil,
        texts: texts.map { $0.trimmingCharacters(in: .whitespaces) })
    }
    try self.init(
      name: file.deletingPathExtension().lastPathComponent, file: path, classes: classes)
  }
}
