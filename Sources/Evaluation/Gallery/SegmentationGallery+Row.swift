import Foundation
import Metrics

extension SegmentationGallery.Row {
  /// Where the prediction of an image lies; `nil` where there is none.
  func savedPrediction(of id: String) -> URL? {
    var files = [predictions.appending(path: "\(name)/\(id).png")]
    if run.result.rows.count == 1 { files.append(predictions.appending(path: "\(id).png")) }
    return files.first { FilePresence(at: $0) == .file }
  }

  /// What the run recorded of an image.
  ///
  /// - Throws: ``ComparisonError/unknownRow(got:known:run:)``.
  func recorded(of id: String) throws(ComparisonError) -> SegmentationRow? {
    let names = run.result.rows.map(\.method)
    guard let position = names.firstIndex(of: name) else {
      throw .unknownRow(got: name, known: names, run: run.url)
    }
    guard case .segmentation(let images) = run.rows[position] else { return nil }
    return run.ids.firstIndex(of: id).map { images[$0] }
  }
}

extension RecordedRun {
  /// The folder of the run, also where its result file was named.
  var folder: URL { RunFolder.folder(ofRunAt: url) }

  /// The recorded hashes of an image's files, by their role.
  func hashes(of id: String) -> [String: String]? {
    ids.firstIndex(of: id).map { hashes[$0] }
  }
}
