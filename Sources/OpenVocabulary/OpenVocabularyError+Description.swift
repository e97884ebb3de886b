extension OpenVocabularyError: CustomStringConvertible {
  /// One sentence for the person at the terminal: the file, what was found, what was expected.
  public var description: String {
    switch self {
    case .unreadable(let file, let reason):
      "\(file): cannot be read: \(reason)"
    case .notText(let file):
      "\(file): is not UTF-8 text; expected one name or template a line"
    case .noClasses(let file):
      "\(file): names no class; expected one class a line"
    case .blankLine(let file, let line):
      """
      \(file):\(line): blank line between classes; expected one class a line, in label order \
      (begin a line with # to leave it out on purpose)
      """
    case .emptyName(let file, let line, let got):
      """
      \(file):\(line): got “\(got)”, expected a name on each side of every semicolon and equals sign
      """
    case .duplicateClass(let file, let line, let name, let firstLine):
      """
      \(file):\(line): class “\(name)” stands on line \(firstLine) already; give it another name, or a \
      display name of its own before its text: “another name = \(name)”
      """
    case .duplicateAlias(let file, let line, let alias):
      "\(file):\(line): “\(alias)” stands twice in this class; remove one"
    case .noTemplates(let file):
      "\(file): holds no template; expected one a line, such as “a photo of a {}.”"
    case .placeholders(let file, let line, let template, let got):
      """
      \(file):\(line): “\(template)” has \(got == 0 ? "no" : "\(got)") places for the name; \
      expected exactly one {}
      """
    case .duplicateTemplate(let file, let line, let template, let firstLine):
      "\(file):\(line): “\(template)” stands on line \(firstLine) already; remove one"
    case .unknownMethod(let got, let known, let suggestion):
      """
      no method “\(got)”\(suggestion.map { "; did you mean “\($0)”?" } ?? "") \
      (known: \(known.joined(separator: ", ")))
      """
    case .scoreNotFinite(let got, let row, let column, let query):
      """
      the score of query \(query) at row \(row), column \(column) is \(got); expected finite scores \
      (is a weight or a feature NaN?)
      """
    }
  }
}
