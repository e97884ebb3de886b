extension JSONValue {
  /// A list by its length and its contents' hash.
  static func content(ofList text: String, count: Int) -> JSONValue {
    ["count": .integer(count), "sha256": .string(ContentHash(of: text).description)]
  }

  /// The ids of images, a line each.
  static func content(ofIDs ids: [String]) -> JSONValue {
    .content(ofList: ids.map { $0 + "\n" }.joined(), count: ids.count)
  }

  /// The classes that images show and those of which that is left open, a line an image.
  static func content(ofLabels images: [(present: [Int], undecided: [Int])]) -> JSONValue {
    .content(
      ofList: images.map { image in
        "\(image.present.map(String.init).joined(separator: " "))"
          + (image.undecided.isEmpty
            ? "" : " ? \(image.undecided.map(String.init).joined(separator: " "))") + "\n"
      }.joined(), count: images.count)
  }
}
