/// One line of `images.jsonl`: what one row of the table has of one image.
public struct ImageRecord<Content: RecordContent>: Sendable, Equatable {
  /// The image's id.
  public let id: String

  /// The row of the table: the method, with the score it was read from where there are several.
  public let method: String

  /// The SHA-256 of each file that the record was computed from, by its role: `image`, `label`,
  /// `prediction`, `scores` or `text`.
  public let hashes: [String: String]

  /// How long the image took, for all rows together, in seconds of the clock on the wall.
  public let seconds: Double

  /// What came out.
  public let content: Content
}

extension ImageRecord: Codable {
  private enum CodingKeys: CodingKey {
    case id
    case method
    case hashes
    case seconds
  }

  /// Reads a line.
  ///
  /// - Parameter decoder: Where the record comes from.
  /// - Throws: `DecodingError` where it is not one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    method = try container.decode(String.self, forKey: .method)
    hashes = try container.decode([String: String].self, forKey: .hashes)
    seconds = try container.decode(Double.self, forKey: .seconds)
    content = try Content(from: decoder)
  }

  /// Writes a line's keys and those of the content into one object.
  ///
  /// - Parameter encoder: Where the record goes.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(method, forKey: .method)
    try container.encode(hashes, forKey: .hashes)
    try container.encode(seconds, forKey: .seconds)
    try content.encode(to: encoder)
  }
}
