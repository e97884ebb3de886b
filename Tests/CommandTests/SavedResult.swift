import Foundation

/// A `result.json` read by its documented form alone, without the program's own types.
struct SavedResult {
  /// What a result holds, as far as tests ask.
  struct Contents: Decodable {
    var hash: String
    var rows: [Row]
    var execution: Execution
  }

  struct Row: Decodable {
    var method: String
    var images: Int
    var metrics: [String: Double?]
    var perClass: [ClassRow]
    var confusion: Confusion
  }

  struct ClassRow: Decodable {
    var name: String
    var iou: Double?
    var truthPixels: Int64
    var predictedPixels: Int64
  }

  struct Confusion: Decodable {
    var classCount: Int
    var counts: [[Int64]]
    var ignoredPixels: Int64

    /// The pixels that are scored.
    var pixels: Int64 { counts.joined().reduce(0, +) }
  }

  struct Execution: Decodable {
    var matrixKernels: String?
    var workers: Int
    var batch: Int
  }

  /// The text of the file.
  let text: String

  /// What the text says.
  let contents: Contents

  init(in folder: URL) throws {
    let data = try Data(contentsOf: folder.appending(path: "result.json"))
    text = String(decoding: data, as: UTF8.self)
    contents = try JSONDecoder().decode(Contents.self, from: data)
  }

  /// The file's bytes without the member that may differ between equal runs.
  var textWithoutExecution: String { ResultText(text).outside("execution") }

  /// The bytes of the rows: methods, scores and counts.
  var rowsText: String { ResultText(text).of("rows") }
}
