import CLIP
import Evaluation
import Reporting

/// The tables of `evaluate tokens`.
enum TokenTables {
  /// The tokens of one sentence, best first.
  static func sentence(
    _ explanation: SentenceExplanation, pieces: [String], method: String, image: String
  ) -> Table {
    var table = Table(
      title: "Tokens of the sentence, \(image)",
      columns: [
        Table.Column("Rank"), Table.Column("Token", alignment: .leading), Table.Column("Place"),
        Table.Column("Similarity"),
      ],
      notes: [
        """
        Similarity: of the image's class token with the token's feature (\(method)). Ranking tokens by \
        it is our choice; the paper does not say how it does.
        """
      ])
    for (rank, place) in zip(1..., explanation.ranking) {
      table.append([
        .number(Double(rank), .count), .text(pieces[place]), .number(Double(place + 1), .count),
        .number(Double(explanation.classScores[place]), NumberFormat(fractionDigits: 4)),
      ])
    }
    return table
  }

  /// The tokens most often on top of a list.
  ///
  /// - Parameters:
  ///   - tally: The counts.
  ///   - topCount: How many tokens of a sentence were on top.
  ///   - rowCount: How many rows the table has at most.
  ///   - pieces: What the tokens of the tally's ranking stand for.
  ///   - method: The method's name.
  ///   - name: The list's name.
  ///   - stamp: The stamp of drawn scenes.
  /// - Returns: The table.
  static func list(
    _ tally: TopTokenTally, topCount: Int, rowCount: Int, pieces: [WordPiece], method: String,
    name: String, stamp: DemoStamp
  ) -> Table {
    var table = Table(
      title: "\(stamp.prefix)Tokens most often on top: \(name), \(tally.pairs) pairs, \(method)",
      columns: [
        Table.Column("Token", alignment: .leading), Table.Column("Top \(topCount)"),
        Table.Column("First"), Table.Column("Pairs"), Table.Column("Share"),
      ],
      notes: [
        """
        Top \(topCount): pairs in which the token is among the \(topCount) that the image's class token \
        goes with best. Pairs: whose sentence has it. Share: of these, in percent, it is on top.
        """
      ] + stamp.notes)
    let ranking = tally.ranking
    for ((_, counts), piece) in zip(ranking, pieces).prefix(rowCount) {
      table.append([
        .text(piece.description), .number(Double(counts.onTop), .count),
        .number(Double(counts.first), .count), .number(Double(counts.pairs), .count),
        .number(100 * Double(counts.onTop) / Double(counts.pairs), .percent),
      ])
    }
    if ranking.count > rowCount {
      table.notes.insert(
        "\(ranking.count - rowCount) more tokens were on top; --rows shows more.", at: 1)
    }
    return table
  }
}
