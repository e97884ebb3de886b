import Foundation
import OpenVocabulary

/// Reads lines that state an image and the classes it shows, as ``ListedLabelsReader`` describes them.
struct ListedLabelsParser {
  /// The names of the classes.
  private let names: [String]

  /// The class of each name.
  private let classOfName: [String: Int]

  /// The class of each number; `nil` for numbers that are not scored.
  private let classOfNumber: [Int: Int?]

  /// What a number is to be, for the error.
  private let numberPhrase: String

  /// Prepares for a class list.
  ///
  /// - Parameters:
  ///   - classList: The classes.
  ///   - labelMap: The meanings of the numbers; `nil` where they are positions in the class list.
  /// - Throws: ``DatasetError`` when a meaning is unsound, as in a ``LabelTable``.
  init(classList: ClassList, labelMap: [LabelTable.Entry]?) throws(DatasetError) {
    names = classList.names
    classOfName = Dictionary(uniqueKeysWithValues: zip(names, 0...))
    if let labelMap {
      let table = try LabelTable(classCount: classList.count, entries: labelMap)
      classOfNumber = Dictionary(
        uniqueKeysWithValues: table.entries.map { ($0.raw, $0.trainID) })
      numberPhrase = "a number that `dataset.labelMap` knows"
    } else {
      classOfNumber = Dictionary(uniqueKeysWithValues: names.indices.map { ($0, $0) })
      numberPhrase = "the number of a class, 0 to \(names.count - 1)"
    }
  }

  /// The image of a line and the classes it shows, ascending.
  ///
  /// - Throws: ``DatasetError/malformedFile(_:format:place:got:expected:)``.
  func read(
    _ line: TextLines.Line, of file: URL
  ) throws(DatasetError) -> (id: String, present: [Int]) {
    func malformed(_ got: String, _ expected: String) -> DatasetError {
      .malformedFile(
        file, format: "list of labels", place: "line \(line.number)", got: got, expected: expected)
    }
    let isNamed = line.text.contains(";")
    var parts =
      isNamed
      ? line.text.split(separator: ";", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      : line.text.split(whereSeparator: \.isWhitespace).map { String($0) }
    let id = parts.removeFirst()
    // A semicolon with nothing behind it states that an id with blanks shows nothing.
    if isNamed, parts == [""] { parts = [] }
    var stated: Set<String> = []
    var present: Set<Int> = []
    for part in parts {
      guard stated.insert(part).inserted else { throw malformed("`\(part)` twice", "it once") }
      if isNamed {
        guard let position = classOfName[part] else {
          let meant = NameSuggestion.nearest(to: part, among: names)
          throw malformed(
            "`\(part)`",
            "the name of a class" + (meant.map { ", perhaps `\($0)`" } ?? ""))
        }
        present.insert(position)
      } else {
        guard let number = Int(part), let position = classOfNumber[number] else {
          throw malformed("`\(part)`", numberPhrase)
        }
        if let position { present.insert(position) }
      }
    }
    return (id, present.sorted())
  }
}
