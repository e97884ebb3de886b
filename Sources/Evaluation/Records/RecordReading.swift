import Foundation
import Tensors

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
    let lines = Self.wholeLines(of: data)
    var images: [[ImageRecord<Content>]] = []
    var image: [ImageRecord<Content>] = []
    var length = 0
    for (index, record) in try Self.records(in: lines, of: data, from: url).enumerated() {
      let id = image.first?.id ?? record.id
      guard record.method == rows[image.count], record.id == id else {
        throw .malformed(
          url, line: index + 1,
          reason: "it is of \(record.id) and \(record.method), in the place of \(id) and "
            + rows[image.count])
      }
      image.append(record)
      guard image.count == rows.count else { continue }
      images.append(image)
      image = []
      length = lines[index].upperBound + 1 - data.startIndex
    }
    self.images = images
    self.length = length
  }

  /// Where the lines lie that are finished, without what finishes them.
  private static func wholeLines(of data: Data) -> [Range<Int>] {
    let bytes = data.span
    var lines: [Range<Int>] = []
    var start = data.startIndex
    for place in bytes.indices where bytes[place] == UInt8(ascii: "\n") {
      let end = data.startIndex + place
      lines.append(start..<end)
      start = end + 1
    }
    return lines
  }

  /// The records of the lines, by as many threads as there are processors: decoding them is what takes
  /// time before a finished run can be looked at.
  private static func records(
    in lines: [Range<Int>], of data: Data, from url: URL
  ) throws(RecordError) -> [ImageRecord<Content>] {
    let batch = 32
    let batches = Workers(ProcessInfo.processInfo.activeProcessorCount).results(
      forEachBelow: (lines.count + batch - 1) / batch
    ) { number in
      Result { () throws(RecordError) in
        let decoder = JSONDecoder()
        var records: [ImageRecord<Content>] = []
        for line in (number * batch)..<min((number + 1) * batch, lines.count) {
          do {
            records.append(
              try decoder.decode(ImageRecord<Content>.self, from: data[lines[line]]))
          } catch {
            throw .malformed(url, line: line + 1, reason: "\(error)")
          }
        }
        return records
      }
    }
    var records: [ImageRecord<Content>] = []
    for batch in batches { records += try batch.get() }
    return records
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
