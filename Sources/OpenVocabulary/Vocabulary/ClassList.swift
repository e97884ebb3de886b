/// The classes of a benchmark and the texts that stand for them.
///
/// A class has one text or more. The first is its display name; the others are aliases, which are
/// queries of their own and compete for the class (a pixel's score for a class is the largest of its
/// queries'). Two classes may share an alias; where they tie, the first one wins.
public struct ClassList: Sendable, Hashable {
  /// The list's name, for example `cityscapes19`.
  public let name: String

  /// The texts of each class in label order, the display name first.
  public let texts: [[String]]

  /// Takes the texts of each class in label order, the display name first.
  ///
  /// - Throws: ``OpenVocabularyError`` where there is no class, a text is blank, a display name stands
  ///   for two classes or a class has one text twice; it counts classes as lines.
  public init(name: String, texts: [[String]]) throws(OpenVocabularyError) {
    try self.init(
      name: name, file: name,
      classes: zip(1..., texts).map { line, texts in Line(number: line, texts: texts) })
  }

  /// The number of classes.
  public var count: Int { texts.count }

  /// The display name of each class.
  public var names: [String] { texts.map { $0[0] } }

  /// The texts of all classes, in class order.
  public var queries: [String] { texts.flatMap { $0 } }

  /// The class of each query.
  public var classOfQuery: [Int] {
    zip(0..., texts).flatMap { number, texts in texts.map { _ in number } }
  }

  /// The list as its file would state it, without comments: what a content hash covers.
  public var contents: String {
    texts.map { $0.joined(separator: ";") + "\n" }.joined()
  }

  /// The texts of one class and where they stand.
  struct Line {
    let number: Int
    let texts: [String]
  }

  init(name: String, file: String, classes: [Line]) throws(OpenVocabularyError) {
    guard !classes.isEmpty else { throw .noClasses(file: file) }
    var lines: [String: Int] = [:]
    for line in classes {
      guard let displayName = line.texts.first,
        line.texts.allSatisfy({ text in text.contains { !$0.isWhitespace } })
      else {
        throw .emptyName(
          file: file, line: line.number, got: line.texts.joined(separator: "; "))
      }
      var seen: Set<String> = []
      for text in line.texts where !seen.insert(text).inserted {
        throw .duplicateAlias(file: file, line: line.number, alias: text)
      }
      if let firstLine = lines.updateValue(line.number, forKey: displayName) {
        throw .duplicateClass(
          file: file, line: line.number, name: displayName, firstLine: firstLine)
      }
    }
    self.name = name
    texts = classes.map(\.texts)
  }
}
