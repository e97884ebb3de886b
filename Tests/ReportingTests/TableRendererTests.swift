import Reporting
import Testing

@Suite("Table renderers")
struct TableRendererTests {
  @Test("Terminal: plain text in aligned columns")
  func terminal() {
    #expect(
      TableFixtures.scores.rendered(as: .terminal) == """
        Street scenes, val, 20 images
        Class   clip  clip-surgery  kind
        ─────────────────────────────────
        road   12.35         54.30  stuff
        sky    31.40         31.40  stuff
        bus    -0.50             –    a
        ─────────────────────────────────
        mIoU   14.42         42.85    –
        In percent.
        –: neither in the ground truth nor predicted.

        """)
  }

  @Test("Terminal: bold adds nothing to the width")
  func styledTerminal() {
    let styled = TableFixtures.scores.rendered(as: .terminal, styled: true)
    #expect(
      styled.replacing("\u{1B}[1m", with: "«").replacing("\u{1B}[22m", with: "»") == """
        «Street scenes, val, 20 images»
        «Class»   «clip»  «clip-surgery»  «kind»
        ─────────────────────────────────
        road   12.35         «54.30»  stuff
        sky    31.40         31.40  stuff
        bus    -0.50             –    a
        ─────────────────────────────────
        mIoU   14.42         «42.85»    –
        In percent.
        –: neither in the ground truth nor predicted.

        """)
    let plain = TableFixtures.scores.rendered(as: .terminal)
    #expect(styled.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[22m", with: "") == plain)
  }

  @Test("Terminal: control characters never reach the screen")
  func hostileTerminal() {
    #expect(
      TableFixtures.hostile.rendered(as: .terminal) == #"""
        50% & x_1 {a} #2 $3 ~ ^ \ "quoted"
        a|b
        ──────────
        [x], *y*
        <b>`c`</b>
        two lines
        a--b---c
        �[31mred
        說 & é

        """#)
  }

  @Test("Terminal: wide, combining and joined characters take the cells they are drawn in")
  func widths() {
    var table = Table(
      title: "", columns: [Table.Column("name", alignment: .leading), Table.Column("n")])
    for name in ["ab", "猫", "ｶﾅ", "한국", "e\u{301}e", "👩‍👩‍👧", "🇨🇭", "☀️", "a\u{200B}b", "Ａ"] {
      table.append([.text(name), .number(1, .count)])
    }
    #expect(
      table.rendered(as: .terminal) == """
        name  n
        ───────
        ab    1
        猫    1
        ｶﾅ    1
        한국  1
        e\u{301}e    1
        👩‍👩‍👧    1
        🇨🇭    1
        ☀️    1
        a\u{200B}b    1
        Ａ    1

        """)
  }

  @Test("Markdown")
  func markdown() {
    #expect(
      TableFixtures.scores.rendered(as: .markdown) == """
        **Street scenes, val, 20 images**

        | Class |  clip | clip-surgery | kind  |
        | ----- | ----: | -----------: | :---: |
        | road  | 12.35 |    **54.30** | stuff |
        | sky   | 31.40 |        31.40 | stuff |
        | bus   | -0.50 |            – |   a   |
        | mIoU  | 14.42 |    **42.85** |   –   |

        In percent.

        –: neither in the ground truth nor predicted.

        """)
  }

  @Test("Markdown: text stays text")
  func hostileMarkdown() {
    #expect(
      TableFixtures.hostile.rendered(as: .markdown) == ##"""
        **50% \& x\_1 {a} \#2 \$3 \~ ^ \\ "quoted"**

        | a\|b             |
        | ---------------- |
        | \[x\], \*y\*     |
        | \<b\>\`c\`\</b\> |
        | two lines        |
        | a--b---c         |
        | �\[31mred        |
        | 說 \& é          |

        """##)
  }

  @Test("LaTeX")
  func latex() {
    #expect(
      TableFixtures.scores.rendered(as: .latex) == #"""
        % Needs \usepackage{booktabs}.
        \begin{table}
          \centering
          \caption{Street scenes, val, 20 images}
          \begin{tabular}{lrrc}
            \toprule
            Class & clip & clip-surgery & kind \\
            \midrule
            road & 12.35 & \textbf{54.30} & stuff \\
            sky & 31.40 & 31.40 & stuff \\
            bus & $-$0.50 & -- & a \\
            \midrule
            mIoU & 14.42 & \textbf{42.85} & -- \\
            \bottomrule
          \end{tabular}

          {\footnotesize In percent.}

          {\footnotesize –: neither in the ground truth nor predicted.}
        \end{table}

        """#)
  }

  @Test("LaTeX: every character stands for itself")
  func hostileLaTeX() {
    #expect(
      TableFixtures.hostile.rendered(as: .latex) == ##"""
        % Needs \usepackage{booktabs}.
        \begin{table}
          \centering
          \caption{50\% \& x\_1 \{a\} \#2 \$3 \textasciitilde{} \textasciicircum{} \textbackslash{} ''quoted''}
          \begin{tabular}{l}
            \toprule
            a\textbar{}b \\
            \midrule
            {[}x{]}, {*}y{*} \\
            \textless{}b\textgreater{}\textasciigrave{}c\textasciigrave{}\textless{}/b\textgreater{} \\
            two lines \\
            a-{}-b-{}-{}-c \\
            �{[}31mred \\
            說 \& é \\
            \bottomrule
          \end{tabular}
        \end{table}

        """##)
  }

  @Test("CSV: headings, records, an empty field for what is missing")
  func csv() {
    #expect(
      TableFixtures.scores.rendered(as: .csv)
        == [
          "Class,clip,clip-surgery,kind", "road,12.35,54.30,stuff", "sky,31.40,31.40,stuff",
          "bus,-0.50,,a", "mIoU,14.42,42.85,", "",
        ].joined(separator: "\r\n"))
  }

  @Test("CSV: commas, quotes and line breaks are quoted and nothing else")
  func hostileCSV() {
    var table = Table(title: "left out", columns: [Table.Column("a,b"), Table.Column("c")])
    for text in ["plain", "1,5", #"the "best""#, "two\nlines", "two\r\nlines", " blank ", ""] {
      table.append([.text(text), .number(0.5, .percent)])
    }
    #expect(
      table.rendered(as: .csv)
        == [
          #""a,b",c"#, "plain,0.50", #""1,5",0.50"#, #""the ""best""",0.50"#, "\"two\nlines\",0.50",
          "\"two\r\nlines\",0.50", " blank ,0.50", ",0.50", "",
        ].joined(separator: "\r\n"))
  }
}
