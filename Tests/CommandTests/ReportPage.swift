import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A report as a strict parser reads it.
struct ReportPage {
  /// A picture in the page.
  struct Picture {
    let alt: String?
    let width: Int
  }

  /// The size of the file.
  let bytes: Int

  /// All text of the page, in its order.
  let text: String

  /// How many elements there are of each name.
  let elements: [String: Int]

  /// Everything that an element refers to.
  let references: [(element: String, attribute: String, value: String)]

  /// The pictures, in their order.
  let pictures: [Picture]

  /// The rows of the tables, a cell's text each, by the caption of their table.
  private let rows: [(caption: String, cells: [String])]

  /// Why the page is not well-formed; `nil` where it is.
  let error: String?

  init(contentsOf file: URL) throws {
    let data = try Data(contentsOf: file)
    let reader = Reader()
    let parser = XMLParser(data: data)
    parser.delegate = reader
    error = parser.parse() ? nil : "\(parser.lineNumber): \(String(describing: parser.parserError))"
    bytes = data.count
    text = reader.text
    elements = reader.elements
    references = reader.references
    pictures = reader.pictures
    rows = reader.rows
  }

  /// The cells of the first row of a table.
  func row(below caption: String) -> [String]? {
    rows.first { $0.caption == caption }?.cells
  }

  /// Collects what tests ask for.
  private final class Reader: NSObject, XMLParserDelegate {
    var text = ""
    var elements: [String: Int] = [:]
    var references: [(element: String, attribute: String, value: String)] = []
    var pictures: [Picture] = []
    var rows: [(caption: String, cells: [String])] = []
    private var caption = ""
    private var piece = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      elements[name, default: 0] += 1
      piece = ""
      for (attribute, value) in attributes where ["src", "href", "srcset"].contains(attribute) {
        references.append((name, attribute, value))
      }
      if name == "img" {
        pictures.append(
          Picture(alt: attributes["alt"], width: attributes["width"].flatMap { Int($0) } ?? 0))
      }
      if name == "tr" { rows.append((caption, [])) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      text += string
      piece += string
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      switch name {
      case "caption": caption = piece
      case "th", "td":
        if !rows.isEmpty { rows[rows.count - 1].cells.append(piece) }
      case "thead": rows.removeLast()
      default: break
      }
    }
  }
}
