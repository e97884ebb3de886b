/// The classes of a benchmark and the texts that stand for them.
///
/// A class has one text or more, which are queries of their own and compete for the class (a pixel's
/// score for a class is the largest of its queries'). Its display name, by which tables call it, is the
/// first of them where none is stated. No two classes have the same display name; they may share
/// texts, and where they tie, the first class wins.
public struct ClassList: Sendable, Hashable {
  /// The list's name, for example `cityscapes19`.
  public let name: String

  /// The display name of each class in label order.
  public let names: [String]

  /// The texts of each class in label order.
  public let texts: [[String]]

  /// Takes the texts of each class in label order.
  ///
  /// - Parameters:
  ///   - name: The list's name.
  ///   - displayNames: The display name of each class; by default the first of its texts.
  ///   - texts: The texts of each class.
  /// - Throws: ``OpenVocabularyError`` where there is no class, a name or text is blank, a display name
  ///   stands for two classes or a class has one text twice; it counts classes as lines.
  /// - Precondition: there are as many display names, if any, as classes.
  public init(
    name: String, displayNames: [String]? = nil, texts: [[String]]
  ) throws(OpenVocabularyError) {
    precondition(
      displayNames.map { $0.count == texts.count } ?? true,
      "\(displayNames?.count ?? 0) display names for \(texts.count) classes")
    try self.init(
      name: name, file: name,
      classes: texts.indices.map {
        Line(number: $0 + 1, displayName: displayNames?[$0], texts: texts[$0])
      })
  }

  /// The number of classes.
  public var count: Int { texts.count }

  /// The texts of all classes, in class order.
  public var queries: [String] { texts.flatMap { $0 } }

  /// The class of each query.
  public var classOfQuery: [Int] {
    zip(0..., texts).flatMap { number, texts in texts.map { _ in number } }
  }

  /// The list as its file would state it, without comments: what a content hash covers.
  public var contents: String {
    zip(names, texts).map { name, texts in
      (texts[0] == name ? "" : "\(name) = ") + texts.joined(separator: ";") + "\n"
    }.joined()
  }

  /// The list without one of its classes.
  ///
  /// - Throws: ``OpenVocabularyError/noClasses(file:)`` where it was the only one.
  /// - Precondition: the position is that of a class.
  public func removing(classAt position: Int) throws(OpenVocabularyError) -> ClassList {
    var (names, texts) = (names, texts)
    let removed = names.remove(at: position)
    texts.remove(at: position)
    return try ClassList(
      name: "\(name) without \(removed)", displayNames: names, texts: texts)
  }

  /// The texts of one class and where they stand.
  struct Line {
    let number: Int
    let displayName: String?
    let texts: [String]
  }

  init(name: String, file: String, classes: [Line]) throws(OpenVocabularyError) {
    guard !classes.isEmpty else { throw .noClasses(file: file) }
    var lines: [String: Int] = [:]
    var names: [String] = []
    for line in classes {
      let words = (line.displayName.map { [$0] } ?? []) + line.texts
      guard !line.texts.isEmpty, let displayName = words.first,
        words.allSatisfy({ text in text.contains { !$0.isWhitespace } })
      else {
        let texts = line.texts.joined(separator: "; ")
        throw .emptyName(
          file: file, line: line.number,
          got: line.displayName.map { "\($0) = \(texts)" } ?? texts)
      }
      var seen: Set<String> = []
      for text in line.texts where !seen.insert(text).inserted {
        throw .duplicateAlias(file: file, line: line.number, alias: text)
      }
      if let firstLine = lines.updateValue(line.number, forKey: displayName) {
        throw .duplicateClass(
          file: file, line: line.number, name: displayName, firstLine: firstLine)
      }
      names.append(displayName)
    }
    self.name = name
    self.names = names
    texts = classes.map(\.texts)
  }
}
