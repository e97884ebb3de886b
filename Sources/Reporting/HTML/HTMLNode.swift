/// A piece of a page: an element with what is in it, or text.
///
/// Text and values of attributes are escaped where the page is written, and there is no way around it:
/// whatever a class or a file is called, it stays text.
public indirect enum HTMLNode: Sendable, Equatable {
  /// An element.
  case element(HTMLElement)

  /// Text, as the reader sees it.
  case text(String)

  /// Creates an element.
  ///
  /// - Parameters:
  ///   - name: The element's name, of letters and digits.
  ///   - attributes: Names of letters and hyphens, with their values.
  ///   - children: What is in the element.
  /// - Precondition: the names are such; they never come from data.
  public init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [HTMLNode] = []
  ) {
    self = .element(
      HTMLElement(
        name: name, attributes: attributes.map { HTMLElement.Attribute(name: $0, value: $1) },
        children: children))
  }

  /// Creates an element without attributes.
  public init(_ name: String, _ children: [HTMLNode]) {
    self.init(name, [:], children)
  }
}
