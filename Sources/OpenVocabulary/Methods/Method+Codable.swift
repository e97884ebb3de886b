import CLIP

extension Method: Codable {
  private enum CodingKeys: CodingKey {
    case name
    case attention
    case firstBlock
    case lastBlocks
    case paths
    case feedForward
    case resNet
    case featureSurgery
  }

  private enum Attention: String, Codable {
    case original
    case surgery
  }

  /// Writes name, attention (`original` or `surgery`), `firstBlock` (counted from 1; null for the last
  /// blocks or for no surgery), `lastBlocks`, `paths` and `feedForward` where a surgery of blocks is
  /// stated, `resNet` where that of an attention pool is, and `featureSurgery` (null for none).
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    switch attention {
    case .original:
      try container.encode(Attention.original, forKey: .attention)
      try container.encodeNil(forKey: .firstBlock)
    case .surgery(let blocks, let resNet):
      try container.encode(Attention.surgery, forKey: .attention)
      if case .from(let block)? = blocks?.extent {
        try container.encode(block, forKey: .firstBlock)
      } else {
        try container.encodeNil(forKey: .firstBlock)
      }
      if case .last(let count)? = blocks?.extent {
        try container.encode(count, forKey: .lastBlocks)
      }
      try container.encodeIfPresent(blocks?.paths, forKey: .paths)
      try container.encodeIfPresent(blocks?.feedForward, forKey: .feedForward)
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
        blocks: try Self.blocks(in: container),
        resNet: try container.decodeIfPresent(ResNetSurgery.self, forKey: .resNet))
    }
    featureSurgery = try container.decodeIfPresent(
      FeatureSurgery.self, forKey: .featureSurgery)
  }

  /// The surgery of blocks that is stated; what is left out of it is the paper's.
  private static func blocks(
    in container: KeyedDecodingContainer<CodingKeys>
  ) throws -> BlockSurgery? {
    let firstBlock = try container.decodeIfPresent(Int.self, forKey: .firstBlock)
    let lastBlocks = try container.decodeIfPresent(Int.self, forKey: .lastBlocks)
    let paths = try container.decodeIfPresent(BlockSurgery.Paths.self, forKey: .paths)
    let feedForward = try container.decodeIfPresent(Bool.self, forKey: .feedForward)
    let extent = firstBlock.map(BlockSurgery.Extent.from) ?? lastBlocks.map { .last($0) }
    guard extent != nil || paths != nil || feedForward != nil else { return nil }
    return BlockSurgery(
      extent ?? BlockSurgery.standard.extent, paths: paths ?? .dual, feedForward: feedForward)
  }
}
