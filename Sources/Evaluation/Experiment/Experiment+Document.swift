import Datasets
import Foundation
import Metrics
import OpenVocabulary

extension Experiment {
  /// The experiment as a result stores it: what was asked, its ``content``, and the words for it.
  public var document: JSONValue {
    get throws(ConfigurationError) {
      [
        "name": .string(file.name),
        "content": content,
        "description": [
          "methods": .array(methods.map { .string($0.name) }),
          "protocol": [
            "preset": .string(file.document.presetName),
            "version": .integer(file.document.presetVersion),
            "evidence": try evidence,
          ],
          "templates": .string(templates.name),
          "classList": .string(data.classList.name),
          "classes": .array(data.classList.names.map(JSONValue.string)),
        ],
        "expects": expectations,
      ]
    }
  }

  /// The document as JSON text with sorted keys.
  public var documentText: String {
    get throws {
      String(decoding: try StoredJSON.data(of: document), as: UTF8.self)
    }
  }

  /// The files that the experiment was opened from, which are no part of what it is.
  public var files: [String: String] {
    var files = [
      "config": file.document.source.name,
      "dataset": path(file.dataset.root.value),
    ]
    if let model {
      files["checkpoint"] = path(model.checkpoint)
      files["vocabulary"] = path(model.vocabulary.file)
    }
    return files
  }

  private func path(_ url: URL) -> String { file.document.surroundings.displayName(of: url) }

  /// How sure each choice of the protocol is, and why.
  private var evidence: JSONValue {
    get throws(ConfigurationError) {
      var evidence: [String: JSONValue] = [:]
      for row in try file.document.rows {
        guard let confidence = row.confidence else { continue }
        evidence[row.key.names.dropFirst().joined(separator: ".")] = [
          "status": .string(confidence.rawValue),
          "note": row.note.map(JSONValue.string) ?? .null,
        ]
      }
      return .object(evidence)
    }
  }

  private var expectations: JSONValue {
    .object(
      Dictionary(
        uniqueKeysWithValues: file.expectations.map { metric, expectation in
          (
            metric.rawValue,
            ["value": .number(expectation.value), "tolerance": .number(expectation.tolerance)]
          )
        }))
  }
}
