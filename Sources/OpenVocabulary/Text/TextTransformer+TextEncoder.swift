public import CLIP

extension TextTransformer: TextEncoder {
  /// The most tokens of a text, start and end included.
  public var contextLength: Int { architecture.contextLength }
}
