import CLIP

extension Method: Codable {
  private enum CodingKeys: CodingKey {
    case name
    case attention
    case firstBlock
    case resNet
    case featureSurgery
  }

  private enum Attention: String, Codable {
    case original
    case surgery
  }

  /// Writes name, attention (`original` or `surgery`), `firstBlock` (counted from 1; null for the last
  /// six or for no surgery), `resNet` where the surgery of an attention pool is stated, and
  /// `featureSurgery` (null for none).
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    switch attention {
    case .original:
      try container.encode(Attention.original, forKey: .attention)
      try container.encodeNil(forKey: .firstBlock)
    case .surgery(let firstBlock, let resNet):
      try container.encode(Attention.surgery, forKey: .attention)
      try container.encode(firstBlock, forKey: .firstBlock)
      try container.encodeIfPresent(resNet, forKey: .resNet)
    }
    try container.encode(featureSurgery, forKey: .featureSurgery)
  }

  /// Reads what ``encode(to:)`` writes.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    switch try container.decode(Attention.self, forKey: .attention) {
    case .original: attention = .original
    case .surgery:
      attention = .surgery(
        firstBlock: try container.decodeIfPresent(Int.self, forKey: .firstBlock),
        resNet: try container.decodeIfPresent(ResNetSurgery.self, forKey: .resNet))
    }
    featureSurgery = try container.decodeIfPresent(
      FeatureSurgery.self, forKey: .featureSurgery)
  }
}
