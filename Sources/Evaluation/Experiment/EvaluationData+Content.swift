import Datasets
import DemoWorld

extension EvaluationData {
  /// What of the data decides the score: which images, and what their truth means.
  ///
  /// Drawn scenes may have the ids of a benchmark's images, or of other drawn scenes: what was drawn
  /// tells them apart.
  func content(ofKind kind: DatasetKind, drawnAs demo: DemoMarker?) -> JSONValue {
    var content: [String: JSONValue] = [
      "kind": .string(kind.rawValue),
      "split": split.map(JSONValue.string) ?? .null,
      "images": .content(ofIDs: ids),
    ]
    if let demo { content["demo"] = .string(demo.summary) }
    switch self {
    case .labelMaps(let dataset):
      content["labelTable"] = dataset.labelTable.content
    case .regions(let dataset):
      content["labelTable"] = dataset.labelTable?.content ?? .null
    case .labelledImages(let dataset):
      content["labels"] = .content(
        ofLabels: dataset.images.map { (present: $0.present, undecided: $0.undecided) })
    }
    return .object(content)
  }
}

extension LabelTable {
  fileprivate var content: JSONValue {
    .content(
      ofList: entries.map {
        "\($0.raw) \($0.trainID.map(String.init) ?? "ignored")\n"
      }.joined(), count: entries.count)
  }
}
