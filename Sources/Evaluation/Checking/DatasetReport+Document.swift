import Datasets
import Foundation

extension DatasetReport {
  /// The version of the form of ``jsonText``.
  static let schemaVersion = 1

  /// The report as JSON text with sorted keys and a line break at the end; scores are in percent.
  ///
  /// - Throws: What the encoder throws, which for these values is nothing.
  public var jsonText: String {
    get throws {
      String(decoding: try StoredJSON.data(of: document), as: UTF8.self)
    }
  }

  private var document: JSONValue {
    [
      "schemaVersion": .integer(Self.schemaVersion),
      "dataset": .string(dataset),
      "split": .optional(split, JSONValue.string),
      "demo": .optional(demo, JSONValue.string),
      "sound": .boolean(isSound),
      "images": [
        "found": .optional(imageCount, JSONValue.integer),
        "expected": .array(expectedImageCounts.map(JSONValue.integer)),
      ],
      "problems": [
        "count": .integer(problems.count),
        "counts": .object(
          Dictionary(
            uniqueKeysWithValues: problems.counts.map { ($0.key.rawValue, .integer($0.value)) })),
        "listed": .array(problems.kept.map(\.document)),
      ],
      "labels": .array(labels.map { $0.document(naming: classNames) }),
      "classes": .array(
        zip(classNames, classCounts).map { name, count in
          [
            "name": .string(name), "images": .integer(count.shown),
            "undecided": .integer(count.undecided),
          ]
        }),
      "imagesWithoutClass": classCounts.isEmpty ? .null : .integer(imagesWithoutClass),
      "classesNeverSeen": .array(classesNeverSeen.map { .string(classNames[$0]) }),
      "trivialScores": .optional(trivialScores) { $0.document(naming: classNames) },
    ]
  }
}

extension DatasetProblem {
  fileprivate var document: JSONValue {
    [
      "kind": .string(kind.rawValue), "sample": .optional(sample, JSONValue.string),
      "message": .string(message),
    ]
  }
}

extension DatasetReport.LabelRow {
  fileprivate func document(naming names: [String]) -> JSONValue {
    var members: [String: JSONValue] = [
      "encoding": .string(encoding.rawValue), "value": .integer(value),
      "pixels": .integer(Int(count.pixels)), "images": .integer(count.maps),
    ]
    switch meaning {
    case .scored(let trainID):
      members["meaning"] = "class"
      members["class"] = .string(names[trainID])
    case .ignored:
      members["meaning"] = "ignored"
    case .unknown:
      members["meaning"] = "unknown"
    }
    return .object(members)
  }
}

extension TrivialScores {
  fileprivate func document(naming names: [String]) -> JSONValue {
    func percent(_ ratio: Double?) -> JSONValue { .optional(ratio) { .number(100 * $0) } }
    return [
      "allForeground": percent(allForeground),
      "majorityClass": .optional(majorityClass) { .string(names[$0]) },
      "majorityMIoU": percent(majorityMIoU),
      "majorityAccuracy": percent(majorityAccuracy),
    ]
  }
}

extension JSONValue {
  /// A value, or `null` where there is none.
  fileprivate static func optional<Value>(
    _ value: Value?, _ wrapped: (Value) -> JSONValue
  ) -> JSONValue {
    value.map(wrapped) ?? .null
  }
}
