import Evaluation
import Metrics
import Reporting

/// What the tables of a task show, and what is said below them.
struct TaskTables {
  /// The scores of the classes, one table each.
  let classScores: [(score: ResultRow.ClassRow.Score, title: ScoreTables.ClassScore)]

  /// What is said below every table.
  let notes: [String]

  /// What a missing score of a class means.
  let meaningOfMissing: String?

  init(_ result: ResultDocument) {
    let counts = result.rows.first?.counts ?? [:]
    func count(_ name: String) -> Int { counts[name] ?? 0 }
    switch result.task {
    case .segmentation:
      let policy = result.absentClassPolicy ?? .predictedCountsZero
      classScores = [(.iou, ScoreTables.ClassScore("IoU", mean: .mIoU))]
      notes = ["In percent. Absent classes: \(policy.rawValue)."]
      meaningOfMissing = policy.meaningOfMissing

    case .explainability:
      let threshold = result.experiment["content", "protocol", "explainability", "threshold"]
      classScores = [
        (.iou, ScoreTables.ClassScore("IoU", mean: .mIoU)),
        (.contrast, ScoreTables.ClassScore("score contrast", mean: .mSC)),
      ]
      notes = [
        """
        In percent. mIoU: at the best threshold by the truth itself (oracle), one for each \
        \(threshold?["scope"]?.text ?? "dataset"), averaged \
        \(threshold?["average"]?.text ?? "class-then-dataset").
        """,
        """
        crossFittedMIoU: each half of the images at the other half's threshold. allForeground: of \
        maps that are foreground everywhere.
        """,
        """
        \(count("pairs")) pairs of an image and a class; \(count("leftOutPairs")) left out that \
        have no pixel inside or none outside.
        """,
      ]
      meaningOfMissing = "–: no image shows the class; in no mean."

    case .recognition:
      classScores = [(.averagePrecision, ScoreTables.ClassScore("average precision", mean: .mAP))]
      notes = [
        """
        In percent. labelledMAP: without the images that show none of the classes; \
        \(count("labelledImages")) show one.
        """,
        """
        F1@3, F1@5: of saying that each image shows the classes it scores highest, over all images \
        together. Rows without softmax rank by the cosine; a sigmoid of it ranks the same.
        """,
      ]
      meaningOfMissing = "–: no image shows the class; in no mean."

    case .points:
      classScores = [(.accuracy, ScoreTables.ClassScore("accuracy", mean: .pointAccuracy))]
      notes = [
        """
        In percent: the mean over the pairs of a class, then over the classes; \
        microPointAccuracy: over all points together. Points on void are not scored.
        """,
        """
        \(count("pairs")) pairs of an image and a class; \(count("pairsWithoutPoints")) more gave \
        no point.
        """,
      ]
      meaningOfMissing = "–: no points for the class; in no mean."
    }
  }
}
