/// Sentences with a place for a class name, whose features are averaged.
///
/// Radford et al., "Learning transferable visual models from natural language supervision", 2021,
/// section 3.1.4.
public struct PromptTemplates: Sendable, Hashable {
  /// What stands where the class name goes.
  public static let placeholder = "{}"

  /// The list's name, for example `clip-surgery-85`.
  public let name: String

  /// The sentences, each with exactly one ``placeholder``.
  public let templates: [String]

  /// Takes sentences with exactly one `{}` each.
  ///
  /// - Throws: ``OpenVocabularyError`` where there is none, one has no or several places for the name,
  ///   or one stands twice; it counts templates as lines.
  public init(name: String, templates: [String]) throws(OpenVocabularyError) {
    try self.init(
      name: name, file: name,
      lines: zip(1..., templates).map { ListFile.Line(number: $0, text: $1) })
  }

  /// The number of templates.
  public var count: Int { templates.count }

  /// Each template with `text` in its place.
  public func prompts(for text: String) -> [String] {
    templates.map { $0.replacing(Self.placeholder, with: text) }
  }

  /// The list as its file would state it, without comments: what a content hash covers.
  public var contents: String {
    templates.map { $0 + "\n" }.joined()
  }

  init(name: String, file: String, lines: [ListFile.Line]) throws(OpenVocabularyError) {
    guard !lines.isEmpty else { throw .noTemplates(file: file) }
    var firstLines: [String: Int] = [:]
    for line in lines {
      let places = line.text.ranges(of: Self.placeholder).count
      guard places == 1 else {
        throw .placeholders(file: file, line: line.number, template: line.text, got: places)
      }
      if let firstLine = firstLines.updateValue(line.number, forKey: line.text) {
        throw .duplicateTemplate(
          file: file, line: line.number, template: line.text, firstLine: firstLine)
      }
    }
    self.name = name
    templates = lines.map(\.text)
  }
}
