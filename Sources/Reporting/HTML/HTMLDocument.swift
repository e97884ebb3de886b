/// A page that needs nothing but itself: no script, no network, one file.
public struct HTMLDocument: Sendable, Equatable {
  /// What the window is called.
  public let title: String

  /// What is on the page.
  public let body: [HTMLNode]

  /// Creates a page.
  public init(title: String, body: [HTMLNode]) {
    self.title = title
    self.body = body
  }

  /// The file's text, UTF-8, which is well-formed XML too.
  ///
  /// The page forbids itself to load anything: even a name in the data that got past the escaping could
  /// reach no other place and run nothing.
  public var text: String {
    let head = [
      HTMLNode("meta", ["charset": "utf-8"]),
      HTMLNode("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      HTMLNode(
        "meta",
        [
          "http-equiv": "Content-Security-Policy",
          "content": "default-src 'none'; img-src data:; style-src 'unsafe-inline'",
        ]),
      HTMLNode("title", [.text(title)]),
    ].map { $0.markup + "\n" }.joined()
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      \(head)<style>
      \(HTMLStyle.sheet)
      </style>
      </head>
      \(HTMLNode("body", body).markup)
      </html>

      """
  }
}
