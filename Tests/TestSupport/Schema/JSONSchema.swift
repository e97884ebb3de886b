public import Foundation

/// A JSON Schema of draft 2020-12, in the part of the language that the project's own schemas use.
///
/// It is stricter than the draft with the schema itself, so that a slip of the pen there cannot pass: see
/// ``JSONSchemaChecker``. References lead within a file or to a file beside it.
public struct JSONSchema: Sendable {
  /// The schema's own text.
  public var document: PlainJSON { documents[file] ?? .null }

  /// The name of its file.
  private let file: String

  /// The files that it leads to, itself included, by their names.
  private let documents: [String: PlainJSON]

  /// Reads a schema and those that it refers to.
  ///
  /// - Throws: ``JSONSchemaFault`` where one of them is no schema.
  public init(contentsOf url: URL) throws {
    file = url.lastPathComponent
    var documents: [String: PlainJSON] = [:]
    var waiting = [file]
    while let name = waiting.popLast() {
      guard documents[name] == nil else { continue }
      let document: PlainJSON
      do {
        document = try PlainJSON(
          contentsOf: url.deletingLastPathComponent().appending(path: name))
      } catch {
        throw JSONSchemaFault(file: name, place: "", problem: "cannot be read: \(error)")
      }
      documents[name] = document
      waiting += try JSONSchemaChecker(file: name).filesReferred(toBy: document)
    }
    self.documents = documents
    for (name, document) in documents {
      try JSONSchemaChecker(file: name).checkReferences(of: document, in: documents)
    }
  }

  /// Takes a schema that refers to no other file.
  ///
  /// - Throws: ``JSONSchemaFault`` where it is none.
  public init(_ document: PlainJSON) throws {
    file = "schema"
    documents = [file: document]
    _ = try JSONSchemaChecker(file: file).filesReferred(toBy: document)
    try JSONSchemaChecker(file: file).checkReferences(of: document, in: documents)
  }

  /// Holds a value against the schema.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - pointer: The part of the schema that it is held against; the whole by default.
  /// - Returns: Everything about the value that is not as the schema has it, a line each.
  public func violations(of value: PlainJSON, by pointer: String = "") -> [String] {
    guard let part = document[pointer] else {
      preconditionFailure("\(file) has nothing at \(pointer)")
    }
    return JSONSchemaValidation(documents: documents)
      .violations(of: value, at: "", by: part, in: file)
  }
}
