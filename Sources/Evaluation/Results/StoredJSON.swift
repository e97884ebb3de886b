import Foundation

/// The form of the JSON files that runs, baselines and reports leave.
///
/// Keys are sorted, and a line break ends the text: equal values are equal bytes.
enum StoredJSON {
  /// The one part of a file's form that no version changes.
  private struct Form: Decodable {
    let schemaVersion: Int
  }

  /// The bytes of a value's file.
  static func data(of value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return try encoder.encode(value) + Data("\n".utf8)
  }

  /// Reads a file that states the version of its form.
  ///
  /// - Parameters:
  ///   - type: What the file holds.
  ///   - file: The file.
  ///   - version: The newest version of the form that this program knows.
  /// - Returns: The value.
  /// - Throws: ``RunFolderError`` when there is no such file, or none that this program can read.
  static func value<Value: Decodable>(
    _ type: Value.Type, contentsOf file: URL, upToVersion version: Int
  ) throws(RunFolderError) -> Value {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    do {
      let data = try Data(contentsOf: file)
      let got = try decoder.decode(Form.self, from: data).schemaVersion
      guard got <= version else {
        throw RunFolderError.newerSchema(file, got: got, expected: version)
      }
      return try decoder.decode(Value.self, from: data)
    } catch let error as RunFolderError {
      throw error
    } catch {
      throw .unreadable(file, reason: "\(error)")
    }
  }

  /// The result's file, where a run's folder may be named instead.
  static func resultFile(at url: URL) -> URL {
    url.hasDirectoryPath || url.pathExtension != "json"
      ? url.appending(path: RunFolder.FileName.result) : url
  }
}
