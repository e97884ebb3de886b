import Datasets
import Foundation
import Imaging
import OpenVocabulary
import TestSupport

extension ClassList {
  /// A list of classes whose names do not matter.
  static func numbered(_ count: Int) -> ClassList {
    do {
      return try ClassList(name: "numbered", texts: (0..<count).map { ["class \($0)"] })
    } catch {
      preconditionFailure("\(error)")
    }
  }
}

extension BenchmarkReader {
  /// A reader with a list of classes whose names do not matter.
  init(_ benchmark: Benchmark, root: URL, split: String? = nil, labelFolder: String? = nil) {
    self.init(
      benchmark, root: root, classList: .numbered(benchmark.classCount), split: split,
      labelFolder: labelFolder)
  }
}

extension TemporaryFolder {
  /// Writes files without contents, for readers that only look whether they are there.
  func touch(_ paths: String...) throws {
    for path in paths { try write("", to: path) }
  }

  /// Writes a label map one pixel high.
  @discardableResult
  func write(labels: [UInt16], to path: String) throws -> URL {
    try write(
      LabelMap(width: labels.count, height: 1, labels: labels).pngData(palette: nil), to: path)
  }

  /// Writes a MATLAB file with one row of labels.
  @discardableResult
  func write(matrix labels: [UInt16], named name: String, to path: String) throws -> URL {
    let writer = MATLABWriter()
    let matrix = writer.matrix(
      name, class: 11, dimensions: [1, Int32(labels.count)], type: 4,
      numbers: labels.flatMap { writer.number(UInt64($0), width: 2) })
    return try write(writer.file(writer.packed(matrix)), to: path)
  }

  /// The address of a path in the folder.
  func path(_ path: String) -> URL { url.appending(path: path) }

  /// The text with this folder's own path cut out, for comparing messages.
  func relative(_ text: String) -> String {
    text.replacing(url.path(percentEncoded: false), with: "")
  }
}

extension Dataset {
  /// The ids of the samples, in order.
  var ids: [String] { samples.map(\.id) }
}
