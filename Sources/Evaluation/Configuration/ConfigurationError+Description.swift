extension ConfigurationError: CustomStringConvertible {
  /// What was found where, what was expected and what to do, for the person at the terminal.
  public var description: String {
    switch self {
    case .unreadable(let file, let reason):
      "\(file): cannot be read: \(reason)"
    case .notFound(let origin, let what, let name, let looked, let hint):
      (origin.map { "\($0): " } ?? "") + "no \(what) `\(name)`; looked for"
        + looked.map { "\n  \($0)" }.joined()
        + Self.hint(hint)
    case .malformed(let origin, let problem):
      "\(origin): not JSON: \(problem)"
    case .foreignComment(let origin, let opening):
      "\(origin): `\(opening)` does not start a comment here; use `#`"
    case .ambiguousWord(let origin, let word):
      """
      \(origin): `\(word)` without quotation marks is ambiguous; write "\(word)" for the text, or \
      true, false, null or a number as JSON spells it
      """
    case .duplicateKey(let origin, let key):
      "\(origin): `\(key)` is stated more than once in this object, here for the first time"
    case .unknownKey(let origin, let key, let suggestion, let known):
      "\(origin): unknown key `\(key)`" + Self.remedy(suggestion, known: known, of: "keys here")
    case .invalidValue(let origin, let key, let got, let expected):
      "\(origin): `\(key)` is \(got), expected \(expected)"
    case .unknownName(let origin, let key, let got, let suggestion, let known):
      "\(origin): `\(key)` is \(got)" + Self.remedy(suggestion, known: known, of: "known")
    case .missingKey(let file, let key, let expected, let hint):
      "\(file): `\(key)` is not stated, expected \(expected)" + Self.hint(hint)
    case .contradiction(let origin, let key, let problem):
      "\(origin): `\(key)` \(problem)"
    case .undefinedVariable(let origin, let key, let variable, let hint):
      "\(origin): `\(key)` needs the environment variable \(variable), which is not set"
        + Self.hint(hint)
    case .noSuchFile(let origin, let key, let path, let what, let hint):
      "\(origin): `\(key)`: no \(what) at \(path)" + Self.hint(hint)
    case .circularExtension(let origin, let files):
      "\(origin): `extends` goes round in a circle: " + files.joined(separator: " → ")
    case .malformedOverride(let text):
      "--set \(text): expected key.path=value, for example --set protocol.inputSize=64"
    case .several(let errors):
      errors.map(\.description).joined(separator: "\n")
    }
  }

  private static func hint(_ hint: String?) -> String {
    hint.map { "\n" + $0.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n") } ?? ""
  }

  private static func remedy(_ suggestion: String?, known: [String], of what: String) -> String {
    if let suggestion { return "; did you mean `\(suggestion)`?" }
    return known.isEmpty ? "" : "; \(what): \(known.joined(separator: ", "))"
  }
}
