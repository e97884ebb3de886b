import Datasets
import Foundation
import Imaging
import TestSupport

@testable import Evaluation

/// A small data set of the kind `folder`, sound until a test breaks it: pictures of 4 × 3 pixels with
/// label maps in which 1 is a cat, 2 a dog, 3 a bird, and 0 is not scored.
struct LabelledFolder {
  static let ids = ["a", "b", "c"]

  let configuration: ConfigurationSandbox

  var folder: TemporaryFolder { configuration.folder }

  init(ids: [String] = Self.ids) throws {
    configuration = try ConfigurationSandbox()
    try folder.write("cat\ndog\nbird\n", to: "classes.txt")
    for id in ids { try write(id) }
  }

  /// Writes one sound sample whose upper row is a dog, the rest cats but for the last pixel.
  func write(_ id: String, width: Int = 4) throws {
    try writeImage(id, width: width)
    try writeLabels(id, [2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 0], width: 4)
  }

  func writeImage(_ id: String, width: Int = 4) throws {
    let samples = (0..<(width * 3 * 3)).map { UInt8($0 * 5 % 256) }
    try folder.write(
      RGBImage(width: width, height: 3, samples: samples).pngData(), to: "data/images/\(id).png")
  }

  func writeLabels(_ id: String, _ labels: [UInt16], width: Int = 4) throws {
    let map = LabelMap(width: width, height: labels.count / width, labels: labels)
    try folder.write(map.pngData(), to: "data/labels/\(id).png")
  }

  func url(_ path: String) -> URL { folder.url.appending(path: path) }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: url(path))
  }

  /// Cuts a file off behind so many bytes.
  func cut(_ path: String, to count: Int) throws {
    try folder.write(Data(contentsOf: url(path)).prefix(count), to: path)
  }

  /// Plans the check, with more settings of the data set as JSON.
  func check(
    _ more: String = "", images: ImageInspection = .headers
  ) throws -> DatasetCheck {
    let text = """
      { "name": "small", "dataset": {
        "kind": "folder", "root": "data", "classes": "classes.txt",
        "labelMap": { "1": 0, "2": 1, "3": 2 }, "ignoreLabel": 0\(more) } }
      """
    return try DatasetCheck(
      opening: ExperimentFile(configuration.document(text)), images: images)
  }
}

extension DatasetReport {
  /// The kind and the sample of each problem, as `kind sample`.
  var outline: [String] {
    problems.kept.map { "\($0.kind.rawValue) \($0.sample ?? "-")" }
  }

  /// The messages of all problems in one text.
  var messages: String { problems.kept.map(\.message).joined(separator: "\n") }
}
