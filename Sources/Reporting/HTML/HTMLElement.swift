/// An element of a page.
public struct HTMLElement: Sendable, Equatable {
  /// A name and a value.
  public struct Attribute: Sendable, Equatable {
    /// The name.
    public let name: String

    /// The value, unescaped.
    public let value: String
  }

  /// The element's name.
  public let name: String

  /// The attributes, in their order.
  public let attributes: [Attribute]

  /// What is in the element.
  public let children: [HTMLNode]

  /// Creates an element.
  ///
  /// - Precondition: all names are of ASCII letters, digits and hyphens, since names are not escaped.
  init(name: String, attributes: [Attribute], children: [HTMLNode]) {
    for name in [name] + attributes.map(\.name) {
      precondition(Self.isName(name), "\"\(name)\" is no name of an element or attribute")
    }
    self.name = name
    self.attributes = attributes
    self.children = children
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || $0 == "-" || ("0"..."9").contains($0))
      }
  }
}
