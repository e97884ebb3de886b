import Foundation

/// What the lists of a split in VOC's `ImageSets/Main` say, taken together.
struct VOCClassLists {
  /// The classes of one photo.
  struct Label {
    /// The photo.
    let id: String

    /// The classes of which some object is shown.
    var present: [Int] = []

    /// The classes of which only objects are shown that are marked as difficult.
    var undecided: [Int] = []
  }

  /// The photos, in the order of the lists.
  private(set) var labels: [Label]

  /// Reads the lists, of which the first decides ids and order.
  ///
  /// - Parameter files: One list a class, in the order of the classes.
  /// - Throws: ``DatasetError`` when a list cannot be read, a line is malformed, an id stands twice or
  ///   would lead out of the folder, or two lists differ in their ids.
  init(files: [URL]) throws(DatasetError) {
    labels = []
    for (position, file) in files.enumerated() {
      let lines = try TextLines(contentsOf: file).lines
      if position == 0 {
        labels = try Self.ids(in: lines, of: file).map { Label(id: $0) }
      }
      guard lines.count == labels.count else {
        throw Self.malformed(
          file, nil, got: "\(lines.count) photos",
          expected: "\(labels.count), as in \(files[0].lastPathComponent)")
      }
      for (index, line) in lines.enumerated() {
        let (id, answer) = try Self.parts(of: line, in: file)
        guard id == labels[index].id else {
          throw Self.malformed(
            file, line, got: "`\(id)`",
            expected: "`\(labels[index].id)`, the order of \(files[0].lastPathComponent)")
        }
        switch answer {
        case .present: labels[index].present.append(position)
        case .undecided: labels[index].undecided.append(position)
        case .absent: break
        }
      }
    }
  }

  /// Whether a photo shows a class.
  private enum Answer: String {
    case present = "1"
    case undecided = "0"
    case absent = "-1"
  }

  private static func ids(in lines: [TextLines.Line], of file: URL) throws(DatasetError) -> [String]
  {
    var ids = ListedIDs(of: file)
    for line in lines { try ids.append(String(parts(of: line, in: file).id), line: line.number) }
    guard !ids.ids.isEmpty else { throw .emptyList(file) }
    return ids.ids
  }

  private static func parts(
    of line: TextLines.Line, in file: URL
  ) throws(DatasetError) -> (id: Substring, answer: Answer) {
    let parts = line.text.split(whereSeparator: \.isWhitespace)
    guard parts.count == 2, let answer = Answer(rawValue: String(parts[1])) else {
      throw malformed(file, line, got: "`\(line.text)`", expected: "an id and 1, 0 or -1")
    }
    return (parts[0], answer)
  }

  private static func malformed(
    _ file: URL, _ line: TextLines.Line?, got: String, expected: String
  ) -> DatasetError {
    .malformedFile(
      file, format: "list of a class", place: line.map { "line \($0.number)" }, got: got,
      expected: expected)
  }
}
