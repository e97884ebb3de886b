extension JSONValue {
  /// A list by its length and its contents' hash.
  static func content(ofList text: String, count: Int) -> JSONValue {
    ["count": .integer(count), "sha256": .string(ContentHash(of: text).description)]
  }
}
