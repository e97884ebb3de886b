/// What can be wrong with a file of class names or templates, a method's name, or a set of scores.
///
/// `file` is the file's path, or the list's name where it was made in memory; lines count from 1.
public enum OpenVocabularyError: Error, Equatable, Sendable {
  /// The file cannot be read.
  case unreadable(file: String, reason: String)

  /// The file is not UTF-8 text.
  case notText(file: String)

  /// The file names no class.
  case noClasses(file: String)

  /// A line between two classes is blank, so that it is unclear whether a class is missing.
  case blankLine(file: String, line: Int)

  /// A class has nothing before, between or behind its semicolons or around its equals sign.
  case emptyName(file: String, line: Int, got: String)

  /// A class has the display name of an earlier one.
  case duplicateClass(file: String, line: Int, name: String, firstLine: Int)

  /// A class lists one of its own texts twice.
  case duplicateAlias(file: String, line: Int, alias: String)

  /// The file holds no template.
  case noTemplates(file: String)

  /// A template has not exactly one `{}`.
  case placeholders(file: String, line: Int, template: String, got: Int)

  /// A template stands twice, which would weigh it twice.
  case duplicateTemplate(file: String, line: Int, template: String, firstLine: Int)

  /// There is no method of that name.
  case unknownMethod(got: String, known: [String], suggestion: String?)

  /// A score is NaN or infinite, so that no class is best.
  case scoreNotFinite(got: Float, row: Int, column: Int, query: Int)
}
