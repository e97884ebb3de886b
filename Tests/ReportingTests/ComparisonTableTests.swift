import Reporting
import Testing

@Suite("Comparison tables")
struct ComparisonTableTests {
  /// Two data sets; a method of others, one that was run, one that was not, and one that may not be
  /// compared.
  static let comparison = ComparisonTable(
    title: "Street and sea",
    texts: ["Method", "Training"],
    scores: ["Street", "The seven seas of old"],
    rows: [
      ComparisonTable.Row(
        texts: ["others", "yes"],
        cells: [
          ComparisonTable.Cell(published: 22.4, publishedDigits: 1, own: .none),
          ComparisonTable.Cell(published: nil, own: .none),
        ]),
      ComparisonTable.Row(
        texts: ["ours", "no"],
        cells: [
          ComparisonTable.Cell(published: 29.3, publishedDigits: 1, own: .value(28.744)),
          ComparisonTable.Cell(published: -16.73, own: .value(-15.7251)),
        ]),
      ComparisonTable.Row(
        texts: ["ours too", "no"],
        cells: [
          ComparisonTable.Cell(published: 31.4, publishedDigits: 1, own: .noRun),
          ComparisonTable.Cell(published: 12.9, own: .value(16.1), isComparable: false),
        ], startsGroup: true),
    ],
    notes: ["In percent."])

  @Test("Terminal: headings above their columns")
  func terminal() {
    #expect(
      Self.comparison.table.rendered(as: .terminal) == """
        Street and sea
                                  Street         The seven seas of old
        Method    Training  paper    ours     Δ   paper    ours      Δ
        ──────────────────────────────────────────────────────────────
        others    yes        22.4       –     –       –       –      –
        ours      no         29.3   28.74  -0.6  -16.73  -15.73  +1.00
        ──────────────────────────────────────────────────────────────
        ours too  no         31.4  no run     –   12.90   16.10      –
        In percent.

        """)
  }

  @Test("Terminal: columns below a long heading are as wide as it needs, in equal parts")
  func longHeading() {
    let table = ComparisonTable(
      title: "", texts: ["Method"], scores: ["A heading of many words"],
      rows: [
        ComparisonTable.Row(
          texts: ["clip"], cells: [ComparisonTable.Cell(published: 1, own: .value(2))])
      ]
    ).table
    #expect(
      table.rendered(as: .terminal) == """
                A heading of many words
        Method    paper    ours       Δ
        ───────────────────────────────
        clip       1.00    2.00   +1.00

        """)
  }

  @Test("Markdown: the shared heading stands in each column's own")
  func markdown() {
    #expect(
      Self.comparison.table.rendered(as: .markdown) == """
        **Street and sea**

        | Method   | Training | Street, paper | Street, ours | Street, Δ | The seven seas of old, paper | The seven seas of old, ours | The seven seas of old, Δ |
        | -------- | -------- | ------------: | -----------: | --------: | ---------------------------: | --------------------------: | -----------------------: |
        | others   | yes      |          22.4 |            – |         – |                            – |                           – |                        – |
        | ours     | no       |      **29.3** |        28.74 |      -0.6 |                       -16.73 |                      -15.73 |                    +1.00 |
        | ours too | no       |          31.4 |       no run |         – |                        12.90 |                       16.10 |                        – |

        In percent.

        """)
  }

  @Test("LaTeX: a rule below each shared heading, signs of mathematics, the best in bold")
  func latex() {
    #expect(
      Self.comparison.table.rendered(as: .latex) == #"""
        % Needs \usepackage{booktabs}.
        \begin{table}
          \centering
          \caption{Street and sea}
          \begin{tabular}{llrrrrrr}
            \toprule
             &  & \multicolumn{3}{c}{Street} & \multicolumn{3}{c}{The seven seas of old} \\
            \cmidrule(lr){3-5} \cmidrule(lr){6-8}
            Method & Training & paper & ours & $\Delta$ & paper & ours & $\Delta$ \\
            \midrule
            others & yes & 22.4 & -- & -- & -- & -- & -- \\
            ours & no & \textbf{29.3} & 28.74 & $-$0.6 & $-$16.73 & $-$15.73 & $+$1.00 \\
            \midrule
            ours too & no & 31.4 & no run & -- & 12.90 & 16.10 & -- \\
            \bottomrule
          \end{tabular}

          {\footnotesize In percent.}
        \end{table}

        """#)
  }

  @Test("CSV: the shared heading stands in each column's own")
  func csv() {
    #expect(
      Self.comparison.table.rendered(as: .csv)
        == [
          """
          Method,Training,"Street, paper","Street, ours","Street, Δ","The seven seas of old, paper",\
          "The seven seas of old, ours","The seven seas of old, Δ"
          """,
          "others,yes,22.4,,,,,", "ours,no,29.3,28.74,-0.6,-16.73,-15.73,+1.00",
          "ours too,no,31.4,no run,,12.90,16.10,", "",
        ].joined(separator: "\r\n"))
  }

  @Test("A difference needs both numbers and the same protocol")
  func differences() {
    let cells = Self.comparison.rows.map { $0.cells.map { $0.difference } }
    #expect(cells[0] == [nil, nil])
    #expect(cells[2] == [nil, nil])
    #expect(abs((cells[1][0] ?? 0) - (28.744 - 29.3)) < 1e-12)
  }

  @Test(
    "A difference has a sign, but for what rounds to nothing",
    arguments: [(0.04, "0.0"), (0.06, "+0.1"), (-0.04, "0.0"), (-0.06, "-0.1"), (12, "+12.0")])
  func signs(value: Double, expected: String) {
    #expect(NumberFormat(fractionDigits: 1, showsPlus: true).string(from: value) == expected)
  }
}
