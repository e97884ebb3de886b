/// How many attention heads the two towers have, which no tensor's shape tells.
public struct HeadCounts: Sendable, Equatable {
  /// The image encoder's number of heads, or `nil` for OpenAI's rule: one per 64 features.
  public let vision: Int?

  /// The text encoder's number of heads, or `nil` for OpenAI's rule: one per 64 features.
  public let text: Int?

  /// States the number of heads of either tower, of both, or of neither.
  public init(vision: Int? = nil, text: Int? = nil) {
    self.vision = vision
    self.text = text
  }
}
