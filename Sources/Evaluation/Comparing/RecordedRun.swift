import Datasets
public import Foundation
public import Metrics

/// A finished run with what every image gave, read back from its folder.
public struct RecordedRun: Sendable {
  /// Where the run lies.
  public let url: URL

  /// What came out.
  public let result: ResultDocument

  /// The ids of the images, in their order.
  public let ids: [String]

  /// The hashes of each image's files, by their role.
  let hashes: [[String: String]]

  /// The rows of the table, in their order.
  let rows: [RecordedRow]

  /// Reads a run.
  ///
  /// - Throws: ``RunFolderError`` where there is no finished run, ``RecordError`` where its images are not
  ///   recorded or the records are damaged, ``ComparisonError/imagesLack(_:got:expected:)`` where some are
  ///   not there.
  public init(contentsOf url: URL) throws {
    self.url = url
    let result = try ResultDocument(contentsOf: url)
    self.result = result
    let folder = url.pathExtension == "json" ? url.deletingLastPathComponent() : url
    let file = folder.appending(path: RunFolder.FileName.records)
    let data: Data
    do {
      data = try Data(contentsOf: file, options: .mappedIfSafe)
    } catch {
      throw ComparisonError.noRecords(file)
    }
    let names = result.rows.map(\.method)
    let classCount = result.rows.first?.perClass.count ?? 0
    let reading = Reading(data: data, file: file, names: names)
    switch result.task {
    case .segmentation:
      (ids, hashes, rows) = try reading.rows(of: SegmentationContent.self) { contents in
        .segmentation(
          try contents.map { SegmentationRow(of: try $0.matrix(classCount: classCount)) })
      }
    case .explainability:
      (ids, hashes, rows) = try reading.rows(of: ExplanationContent.self) { contents in
        .explanation(
          try contents.map { content in
            ExplanationRow(
              pairs: zip(content.maps, try content.outcomes(classCount: classCount)).map {
                ExplanationRow.Pair(classID: $0.classID, outcome: $1)
              })
          })
      }
    case .recognition:
      (ids, hashes, rows) = try reading.rows(of: RecognitionContent.self) { contents in
        .recognition(
          try contents.map {
            RecognitionRow(scores: $0.scores, truth: try $0.truth(classCount: classCount))
          })
      }
    case .points:
      (ids, hashes, rows) = try reading.rows(of: PointContent.self) { contents in
        .points(
          try contents.map { content in
            PointRow(
              pairs: zip(content.points, try content.outcomes(classCount: classCount)).map {
                PointRow.Pair(classID: $0.classID, outcome: $1)
              })
          })
      }
    }
    let expected = result.rows.first?.images ?? 0
    guard ids.count == expected else {
      throw ComparisonError.imagesLack(file, got: ids.count, expected: expected)
    }
  }

  /// The intervals of each row's scores.
  ///
  /// - Parameters:
  ///   - bootstrap: How images are resampled.
  ///   - cluster: What is drawn in one piece; `nil` for what is usual for the data set.
  /// - Returns: One for each row of the table.
  public func uncertainties(
    by bootstrap: Bootstrap, drawing cluster: ImageCluster? = nil
  ) -> [ScoreUncertainty] {
    let units = (cluster ?? usualCluster).units(of: ids)
    return rows.indices.map { resampled($0).uncertainty(by: bootstrap, drawing: units) }
  }

  /// What is drawn in one piece where nothing else is asked for.
  public var usualCluster: ImageCluster {
    result.experiment["content", "dataset", "kind"]?.text == DatasetKind.cityscapes.rawValue
      ? .sequence : .image
  }

  /// Reads the records of one file.
  private struct Reading {
    let data: Data
    let file: URL
    let names: [String]

    func rows<Content: RecordContent>(
      of content: Content.Type, _ row: ([Content]) throws -> RecordedRow
    ) throws -> (ids: [String], hashes: [[String: String]], rows: [RecordedRow]) {
      let images = try RecordReading<Content>(of: data, from: file, rows: names).images
      return (
        images.map { $0[0].id }, images.map { $0[0].hashes },
        try names.indices.map { index in
          do {
            return try row(images.map { $0[index].content })
          } catch let error as RecordError {
            throw RecordError.malformed(file, line: index + 1, reason: error.description)
          }
        }
      )
    }
  }
}
