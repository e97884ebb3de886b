extension NamedArchitecture {
  /// The architectures with a name, as OpenAI's files and open_clip's model configurations have them.
  public static let all: [NamedArchitecture] = [
    resNet("RN50", width: 64, [3, 4, 6, 3], side: 224, embedding: 1024, text: 512),
    resNet("RN101", width: 64, [3, 4, 23, 3], side: 224, embedding: 512, text: 512),
    resNet("RN50x4", width: 80, [4, 6, 10, 6], side: 288, embedding: 640, text: 640),
    resNet("RN50x16", width: 96, [6, 8, 18, 8], side: 384, embedding: 768, text: 768),
    resNet("RN50x64", width: 128, [3, 15, 36, 10], side: 448, embedding: 1024, text: 1024),
    transformer("ViT-B/32", .base, patch: 32, side: 224, embedding: 512, text: .text(512)),
    transformer("ViT-B/16", .base, patch: 16, side: 224, embedding: 512, text: .text(512)),
    transformer("ViT-L/14", .large, patch: 14, side: 224, embedding: 768, text: .text(768)),
    transformer("ViT-L/14@336px", .large, patch: 14, side: 336, embedding: 768, text: .text(768)),
    transformer(
      "ViT-H/14", .huge, patch: 14, side: 224, embedding: 1024, text: .text(1024, blocks: 24),
      origin: .openCLIP),
    transformer(
      "ViT-g/14", .giant, patch: 14, side: 224, embedding: 1024, text: .text(1024, blocks: 24),
      origin: .openCLIP),
    transformer(
      "ViT-bigG/14", .gigantic, patch: 14, side: 224, embedding: 1280,
      text: .text(1280, blocks: 32), origin: .openCLIP),
  ]

  private static func transformer(
    _ name: String, _ blocks: TransformerArchitecture, patch: Int, side: Int, embedding: Int,
    text: TransformerArchitecture, origin: Origin = .openAI
  ) -> NamedArchitecture {
    let tower = VisionTransformerArchitecture(
      transformer: blocks, patchSize: patch, gridSide: side / patch)
    return NamedArchitecture(
      name: name, origin: origin,
      architecture: CLIPArchitecture(
        vision: .transformer(tower), text: textTower(text), embeddingWidth: embedding))
  }

  private static func resNet(
    _ name: String, width: Int, _ blockCounts: [Int], side: Int, embedding: Int, text: Int
  ) -> NamedArchitecture {
    let network = ModifiedResNetArchitecture(
      width: width, blockCounts: blockCounts,
      gridSide: side / ModifiedResNetArchitecture.reduction,
      headCount: ModifiedResNetArchitecture.reduction * width / 64)
    return NamedArchitecture(
      name: name, origin: .openAI,
      architecture: CLIPArchitecture(
        vision: .resNet(network), text: textTower(.text(text)), embeddingWidth: embedding))
  }

  private static func textTower(_ blocks: TransformerArchitecture) -> CLIPArchitecture.Text {
    CLIPArchitecture.Text(transformer: blocks, contextLength: 77, vocabularySize: 49_408)
  }
}

extension TransformerArchitecture {
  fileprivate static let base = TransformerArchitecture(
    width: 768, blockCount: 12, headCount: 12, hiddenWidth: 3072)
  fileprivate static let large = TransformerArchitecture(
    width: 1024, blockCount: 24, headCount: 16, hiddenWidth: 4096)
  fileprivate static let huge = TransformerArchitecture(
    width: 1280, blockCount: 32, headCount: 16, hiddenWidth: 5120)
  fileprivate static let giant = TransformerArchitecture(
    width: 1408, blockCount: 40, headCount: 16, hiddenWidth: 6144)
  fileprivate static let gigantic = TransformerArchitecture(
    width: 1664, blockCount: 48, headCount: 16, hiddenWidth: 8192)

  /// A text tower, whose heads are 64 wide in every named architecture.
  fileprivate static func text(_ width: Int, blocks: Int = 12) -> TransformerArchitecture {
    TransformerArchitecture(
      width: width, blockCount: blocks, headCount: width / 64, hiddenWidth: 4 * width)
  }
}
