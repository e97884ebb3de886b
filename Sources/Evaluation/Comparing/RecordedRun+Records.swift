import Datasets
import Foundation
import Metrics

extension RecordedRun {
  /// The records of a run, or of some of its images.
  struct Records<Content: RescorableContent> {
    /// Where the run lies.
    let url: URL

    /// What came out.
    let result: ResultDocument

    /// Where the records lie.
    private let file: URL

    /// The records of each image, one for each row of the table.
    private var images: [[ImageRecord<Content>]]

    /// The places of the images in the file.
    private var places: [Int]

    /// Reads the records of a whole run.
    ///
    /// - Throws: ``ComparisonError`` where some or all are not there, ``RecordError`` where they are
    ///   damaged.
    init(of result: ResultDocument, at url: URL, in file: URL) throws {
      self.url = url
      self.result = result
      self.file = file
      let data: Data
      do {
        data = try Data(contentsOf: file, options: .mappedIfSafe)
      } catch {
        throw ComparisonError.noRecords(file)
      }
      images = try RecordReading<Content>(of: data, from: file, rows: result.rows.map(\.method))
        .images
      places = Array(images.indices)
      let expected = result.rows.first?.images ?? 0
      guard images.count == expected else {
        throw ComparisonError.imagesLack(file, got: images.count, expected: expected)
      }
    }

    /// The ids of the images.
    var ids: [String] { images.map { $0[0].id } }

    /// The hashes of each image's files, by their role.
    var hashes: [[String: String]] { images.map { $0[0].hashes } }

    /// The records of some of the images, in the order of the run.
    ///
    /// - Throws: `DatasetError` where the run has not the images that are asked for.
    func selecting(_ selection: SampleSelection) throws(DatasetError) -> Records {
      var part = self
      part.places = Array(
        try selection.selected(
          from: places, id: { images[$0][0].id },
          dataset: "the run \(url.path(percentEncoded: false))", split: nil))
      part.images = part.places.map { images[$0] }
      return part
    }

    /// The rows of the table, image by image.
    ///
    /// - Throws: ``RecordError/malformed(_:line:reason:)``.
    func rows() throws(RecordError) -> [RecordedRow] {
      let classCount = ScoringRules(of: result).classCount
      var rows: [RecordedRow] = []
      for row in result.rows.indices {
        do {
          rows.append(
            try Content.row(of: images.map { $0[row].content }, ids: ids, classCount: classCount))
        } catch {
          throw malformed(error, inRow: row) { record throws(RecordError) in
            _ = try Content.row(of: [record.content], ids: [record.id], classCount: classCount)
          }
        }
      }
      return rows
    }

    /// The result that a run over these images leaves, by another policy for absent classes or the run's
    /// own.
    ///
    /// - Throws: ``RecordError/malformed(_:line:reason:)``.
    func rescored(absentClasses policy: AbsentClassPolicy?) throws -> ResultDocument {
      var rules = ScoringRules(of: result)
      if let policy { rules.absentClasses = policy }
      var tally = Content.emptyTally(by: rules)
      for (place, records) in zip(places, images) {
        do {
          try Content.add(
            records.map(\.content), ofSample: records[0].id, to: &tally, by: rules)
        } catch {
          throw RecordError.malformed(
            file, line: place * records.count + 1, reason: error.description)
        }
      }
      return try result.rescored(
        rows: Content.resultRows(of: tally, by: rules), ids: ids,
        labels: Content.labels(of: images.map { $0[0].content }), absentClasses: policy)
    }

    /// An error with the line of the first record that it is of.
    private func malformed(
      _ error: RecordError, inRow row: Int,
      _ check: (ImageRecord<Content>) throws(RecordError) -> Void
    ) -> RecordError {
      for (place, records) in zip(places, images) {
        do {
          try check(records[row])
        } catch {
          return .malformed(
            file, line: place * records.count + row + 1, reason: error.description)
        }
      }
      return error
    }
  }
}
