import Foundation

/// The records in the bytes of `images.jsonl`.
struct RecordReading<Content: RecordContent> {
  /// The records of each image, one for each row of the table.
  let images: [[ImageRecord<Content>]]

  /// How many bytes they take, from the beginning; what follows was not finished.
  let length: Int

  /// Reads all whole images.
  ///
  /// A process that is killed leaves at most a part of a line, or some of an image's lines: that end
  /// is left out. Damage anywhere else is an error.
  ///
  /// - Parameters:
  ///   - data: The bytes.
  ///   - url: Where they are from.
  ///   - rows: The rows of the table, which every image has in this order.
  /// - Throws: ``RecordError/malformed(_:line:reason:)``.
  init(of data: Data, from url: URL, rows: [String]) throws(RecordError) {
    let decoder = JSONDecoder()
    var images: [[ImageRecord<Content>]] = []
    var image: [ImageRecord<Content>] = []
    var (length, line) = (0, 0)
    var start = data.startIndex
    while let end = data[start...].firstIndex(of: UInt8(ascii: "\n")) {
      line += 1
      let record: ImageRecord<Content>
      do {
        record = try decoder.decode(ImageRecord<Content>.self, from: data[start..<end])
      } catch {
        throw .malformed(url, line: line, reason: "\(error)")
      }
      let id = image.first?.id ?? record.id
      guard record.method == rows[image.count], record.id == id else {
        throw .malformed(
          url, line: line,
          reason: "it is of \(record.id) and \(record.method), in the place of \(id) and "
            + rows[image.count])
      }
      image.append(record)
      start = data.index(after: end)
      guard image.count == rows.count else { continue }
      images.append(image)
      image = []
      length = start - data.startIndex
    }
    self.images = images
    self.length = length
  }

  /// The lines of one image's records.
  static func lines(of records: [ImageRecord<Content>]) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var lines = Data()
    for record in records {
      lines += try encoder.encode(record)
      lines.append(UInt8(ascii: "\n"))
    }
    return lines
  }
}
