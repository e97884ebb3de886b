/// An architecture that has a name because weights of it were published.
public struct NamedArchitecture: Sendable, Equatable {
  /// Who published weights of it first.
  public enum Origin: Sendable, Equatable {
    /// OpenAI, with QuickGELU; open_clip has models of the same shapes, most of them with GELU.
    case openAI

    /// open_clip; OpenAI has none of these shapes.
    case openCLIP
  }

  /// OpenAI's name, such as `ViT-B/16`, or the name in that style.
  public let name: String

  /// Who published weights of it first.
  public let origin: Origin

  /// The extents.
  public let architecture: CLIPArchitecture

  /// The architecture of a name.
  ///
  /// Names are taken as open_clip writes them, too: `ViT-B-16`, `ViT-L-14-336`; capital and small
  /// letters count as one.
  ///
  /// - Throws: ``CLIPError/unknownArchitecture(got:known:)``.
  public static func named(_ name: String) throws(CLIPError) -> NamedArchitecture {
    let key = plain(name)
    guard let found = all.first(where: { plain($0.name) == key }) else {
      throw .unknownArchitecture(got: name, known: all.map(\.name))
    }
    return found
  }

  /// A name without what differs between its spellings.
  private static func plain(_ name: String) -> String {
    let plain = String(name.lowercased().map { $0 == "/" || $0 == "@" ? "-" : $0 })
    return plain.hasSuffix("px") ? String(plain.dropLast(2)) : plain
  }
}

extension CLIPArchitecture {
  /// The name of this architecture, if it has one.
  public var name: String? {
    NamedArchitecture.all.first { $0.architecture == self }?.name
  }

  /// This architecture with at most so many blocks in either tower, or in each stage of a ModifiedResNet.
  ///
  /// It has the full width at a fraction of the cost, for tests of accuracy.
  ///
  /// - Precondition: `count` is positive.
  public func limited(toBlocks count: Int) -> CLIPArchitecture {
    precondition(count > 0, "No network has \(count) blocks")
    let vision: Vision =
      switch vision {
      case .transformer(let tower):
        .transformer(
          VisionTransformerArchitecture(
            transformer: tower.transformer.limited(toBlocks: count), patchSize: tower.patchSize,
            gridSide: tower.gridSide))
      case .resNet(let network):
        .resNet(
          ModifiedResNetArchitecture(
            width: network.width, blockCounts: network.blockCounts.map { min($0, count) },
            gridSide: network.gridSide, headCount: network.headCount))
      }
    let text = Text(
      transformer: text.transformer.limited(toBlocks: count), contextLength: text.contextLength,
      vocabularySize: text.vocabularySize)
    return CLIPArchitecture(vision: vision, text: text, embeddingWidth: embeddingWidth)
  }
}

extension TransformerArchitecture {
  fileprivate func limited(toBlocks count: Int) -> TransformerArchitecture {
    TransformerArchitecture(
      width: width, blockCount: min(blockCount, count), headCount: headCount,
      hiddenWidth: hiddenWidth)
  }
}
