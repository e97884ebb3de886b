extension HTMLNode {
  /// The elements that have no content and no end tag.
  private static let emptyElements: Set = ["br", "hr", "img", "meta"]

  /// The piece as markup that parsers of HTML and of XML read alike.
  public var markup: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .text(let content): text += content.escapedForMarkup
    case .element(let element):
      text += "<\(element.name)"
      for attribute in element.attributes {
        text += " \(attribute.name)=\""
        text += attribute.value.escapedForMarkup
        text += "\""
      }
      guard !Self.emptyElements.contains(element.name) else {
        precondition(element.children.isEmpty, "\(element.name) has no content in HTML")
        text += "/>"
        return
      }
      text += ">"
      for child in element.children { child.write(to: &text) }
      text += "</\(element.name)>"
      if Self.linesOfTheirOwn.contains(element.name) { text += "\n" }
    }
  }

  /// The elements after which a line of the file ends, where white space says nothing.
  private static let linesOfTheirOwn: Set = [
    "section", "h1", "h2", "h3", "p", "table", "caption", "thead", "tr", "div", "figure", "svg",
    "g",
    "header", "footer", "main", "ul", "li", "dt", "dd", "dl", "nav",
  ]
}
