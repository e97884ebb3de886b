import Foundation
import Reporting
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Pages of HTML")
struct HTMLTests {
  private static let hostile = "<script>alert(\"&'\")</script>\u{0}\u{1B}]]>\u{FFFE}"

  private func parses(_ text: String) -> Bool {
    XMLParser(data: Data(text.utf8)).parse()
  }

  @Test("Text and attributes are written as text, whatever is in them")
  func escaping() {
    let node = HTMLNode("p", ["title": Self.hostile], [.text(Self.hostile)])
    let escaped =
      "&lt;script&gt;alert(&quot;&amp;'&quot;)&lt;/script&gt;\u{FFFD}\u{FFFD}]]&gt;\u{FFFD}"
    #expect(node.markup == "<p title=\"\(escaped)\">\(escaped)</p>\n")
    #expect(HTMLNode.text("plain, größer 大 – 100 %").markup == "plain, größer 大 – 100 %")
    #expect(HTMLNode.text("a\nb").markup == "a&#10;b")
  }

  @Test("Elements without content have no end tag, and others always have one")
  func empty() {
    #expect(HTMLNode("img", ["alt": ""]).markup == "<img alt=\"\"/>")
    #expect(HTMLNode("span").markup == "<span></span>")
  }

  @Test("A page with hostile names in every place is well-formed, and loads and runs nothing")
  func document() {
    var table = Table(
      title: Self.hostile, columns: [Table.Column(Self.hostile, alignment: .leading)],
      notes: [Self.hostile])
    table.append([.text(Self.hostile)])
    let page = HTMLDocument(
      title: Self.hostile,
      body: [
        table.html,
        BarChart(
          title: Self.hostile, series: [Self.hostile, "b"],
          groups: [.init(Self.hostile, bars: [.init(12.5, interval: 10...15), nil])]
        ).html,
        Histogram(of: [0, 1], title: Self.hostile, in: 0...100).html(),
      ]
    ).text
    #expect(parses(page))
    #expect(!page.contains("<script"))
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("src="))
    #expect(!page.contains("://"))
  }

  @Test("A table names its rows and columns for those who do not see it")
  func table() {
    var table = Table(
      title: "IoU", columns: [Table.Column("Class", alignment: .leading), Table.Column("clip")])
    table.append([.text("dog"), .number(12.345, .percent)])
    table.append([.text("cat"), .number(50, .percent)], startingGroup: true)
    table.append([.text("gnu"), .missing])
    table.markBest(inColumn: 1)
    let markup = table.html.markup
    #expect(markup.contains("<caption>IoU</caption>"))
    #expect(markup.contains("<th scope=\"col\" class=\"trailing\">clip</th>"))
    #expect(markup.contains("<th scope=\"row\" class=\"leading\">dog</th>"))
    #expect(markup.contains("<td class=\"trailing\">12.35</td>") || markup.contains(">12.34</td>"))
    #expect(markup.contains("<tr class=\"group\">"))
    #expect(markup.contains("<strong>50.00</strong>"))
    #expect(markup.contains(">–</td>"))
  }
}
