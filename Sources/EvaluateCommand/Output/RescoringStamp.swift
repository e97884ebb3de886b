import Evaluation
import Metrics

/// What a table says where it is not of all images of a run, or not by the run's own protocol.
struct RescoringStamp {
  private let rescoring: Rescoring?

  /// Creates the stamp of a run that is scored again, or of `nil` for one that is not, which bears none.
  init(of rescoring: Rescoring?) {
    self.rescoring = rescoring
  }

  /// How many images a table is of, in words, beside how many the run has.
  func images(_ count: Int) -> String {
    guard let rescoring, rescoring.isOfPart else { return "\(count) images" }
    return "\(count) of \(rescoring.imagesOfRun) images"
  }

  /// What is said below a table.
  var notes: [String] {
    guard let rescoring else { return [] }
    var notes: [String] = []
    if rescoring.isOfPart {
      notes.append(
        """
        A subset: \(rescoring.images) of the run's \(rescoring.imagesOfRun) images, scored again from \
        its records. Not the run's own score.
        """)
    }
    if let policy = rescoring.replacedPolicy {
      notes.append(
        "Not the run's own protocol, by which absent classes are \(policy.rawValue).")
    }
    return notes
  }
}
