import Foundation
import Metrics

extension RecordedRun {
  /// Checks that another run is of the same task, classes, images and files, so that the two can be held
  /// against each other image by image.
  ///
  /// - Throws: ``ComparisonError``, with what differs first.
  func checkComparable(with other: RecordedRun) throws(ComparisonError) {
    guard result.task == other.result.task else {
      throw .tasksDiffer(first: result.task.rawValue, second: other.result.task.rawValue)
    }
    let classes = [self, other].map { $0.result.rows.first?.perClass.map(\.name) ?? [] }
    guard classes[0].count == classes[1].count else {
      throw .classesDiffer(first: "\(classes[0].count)", second: "\(classes[1].count)")
    }
    for position in 0..<max(ids.count, other.ids.count) {
      let ids = [self, other].map { position < $0.ids.count ? $0.ids[position] : nil }
      guard ids[0] == ids[1] else {
        throw .imagesDiffer(position: position, first: ids[0], second: ids[1])
      }
      for role in Self.sharedRoles {
        guard let hash = hashes[position][role], let hashed = other.hashes[position][role],
          hash != hashed
        else { continue }
        throw .filesDiffer(id: self.ids[position], role: role)
      }
    }
  }

  /// Checks that the records are those that scores were computed from: records of another run of the same
  /// images would give intervals of other numbers.
  ///
  /// - Parameters:
  ///   - scores: The rows of the table that the records should give.
  ///   - file: The records, for the error.
  /// - Throws: ``ComparisonError/scoresDiffer(_:row:score:got:expected:)``.
  func checkGives(
    _ scores: [ResultRow], recordedIn file: URL
  ) throws(ComparisonError) {
    for (position, row) in scores.enumerated() {
      for (score, ratio) in resampled(position).scores.sorted(by: {
        $0.key.rawValue < $1.key.rawValue
      }) {
        guard let stated = row.metrics[score] else { continue }
        let got = ratio.isNaN ? nil : ratio * score.scale
        let isSame =
          got.flatMap { got in stated.map { abs(got - $0) <= Self.rounding } } ?? (got == stated)
        guard isSame else {
          throw .scoresDiffer(file, row: row.method, score: score, got: got, expected: stated)
        }
      }
    }
  }

  /// The files that have to be the same in both runs; predictions, scores and texts are what is compared.
  private static let sharedRoles = ["image", "label"]

  /// How far sums in another order may lie apart, in percent.
  private static let rounding = 1e-6
}
