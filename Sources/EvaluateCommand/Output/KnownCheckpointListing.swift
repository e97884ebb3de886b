import Evaluation
import Foundation
import Reporting

/// The listing of published checkpoints.
struct KnownCheckpointListing {
  private let checkpoints: [KnownCheckpoint]

  /// Creates a listing in the given order.
  init(_ checkpoints: [KnownCheckpoint]) {
    self.checkpoints = checkpoints
  }

  /// The listing for the terminal.
  func text(styled isStyled: Bool) -> String {
    var table = Table(
      title: "Published checkpoints",
      columns: ["Name", "SHA-256", "Address"].map { Table.Column($0, alignment: .leading) },
      notes: [
        "SHA-256: the first digits; the address has them all.",
        """
        Vocabulary: \(KnownCheckpoint.vocabularyFileName) for all, which `make vocabulary` fetches.
        """,
      ])
    for checkpoint in checkpoints {
      table.append([
        .text(checkpoint.name), .text(checkpoint.hash.short),
        .text(checkpoint.address.absoluteString),
      ])
    }
    return table.rendered(as: .terminal, styled: isStyled)
  }
}
