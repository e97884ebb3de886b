public import Datasets
import Foundation
import Imaging
import Metrics
import OpenVocabulary
import Tensors

/// Multi-label recognition: which classes an image shows, by its class token.
///
/// A method without feature surgery gives two rows, one of the cosines as they are and one of their
/// softmax over the classes; a method with it gives one.
public struct RecognitionTask: SampleTask {
  /// A row of the table: a method at an input size, and where its scores are read from.
  struct Row: Sendable {
    let name: String
    let scored: Int
    let score: RecognitionScore
  }

  let scorer: any SampleScorer
  let classCount: Int
  let softmaxScale: Float
  let rows: [Row]

  /// Prepares the task for a data set.
  init(_ scorer: any SampleScorer, dataset: LabelledDataset, softmaxScale: Double) {
    self.scorer = scorer
    self.softmaxScale = Float(softmaxScale)
    classCount = dataset.classList.count
    rows = scorer.rows.enumerated().flatMap { index, row in
      switch row.similarity {
      case .cosine:
        [
          Row(name: row.name, scored: index, score: .asItIs),
          Row(name: "\(row.name), softmax", scored: index, score: .softmax),
        ]
      case .featureSurgery, .stated: [Row(name: row.name, scored: index, score: .asItIs)]
      }
    }
  }

  /// The tallies of no images.
  public var emptyTally: RecognitionTallies {
    RecognitionTallies(rowCount: rows.count, classCount: classCount)
  }

  /// Scores one image in every row.
  ///
  /// - Throws: `ImagingError` when the image cannot be decoded.
  public func outcome(for labelled: LabelledImage) throws -> RecognitionOutcome {
    let similarities = try scorer.imageScores(of: labelled.picture)
    var truth = [RecognitionTally.Presence](repeating: .absent, count: classCount)
    for classID in labelled.present { truth[classID] = .present }
    for classID in labelled.undecided { truth[classID] = .undecided }
    let scores = rows.map { row in
      var token = similarities[row.scored]
      if row.score == .softmax {
        let queries = token.count
        for index in 0..<queries { token.elements[index] *= softmaxScale }
        var span = token.elements.mutableSpan
        Softmax.apply(toRowsOf: &span, MatrixLayout(rows: 1, columns: queries))
      }
      return token.bestOfQueries(scorer.rows[row.scored].classes.queriesOfClass).elements
    }
    return RecognitionOutcome(id: labelled.id, truth: truth, scores: scores)
  }

  /// Adds one image.
  public func add(_ outcome: RecognitionOutcome, to tally: inout RecognitionTallies) {
    tally.add(outcome)
  }
}
