import Foundation

extension HeadChoice {
  /// A tower whose heads are looked for.
  struct Tower {
    /// What errors call it.
    let name: String

    /// The number of features that the heads share.
    let width: Int

    /// The width and the number of heads of the towers of named architectures that are like it, and the
    /// architectures' names.
    let known: [(width: Int, headCount: Int, name: String)]

    /// The widest tower that OpenAI's rule is trusted for.
    let widestByRule: Int
  }

  /// Finds a tower's number of heads: as stated, else as configured, else as a named architecture of
  /// the same width has it, else by OpenAI's rule where that is known to hold.
  ///
  /// - Throws: ``CLIPError/headsDoNotFit(file:tower:got:width:)`` where nothing tells the number, or
  ///   where it does not divide the width.
  init(
    of tower: Tower, stated: Int?,
    configured: (file: URL, setting: ModelConfiguration.Setting<Int>)?, in file: URL
  ) throws(CLIPError) {
    if let stated {
      self.init(count: stated, reason: .stated)
    } else if let (file, setting) = configured {
      self.init(
        count: setting.value,
        reason: setting.isStated
          ? .configuration(file: file, key: setting.key)
          : .configurationDefault(file: file, key: setting.key))
    } else if let known = tower.known.first(where: { $0.width == tower.width }) {
      self.init(count: known.headCount, reason: .architecture(name: known.name))
    } else if tower.width <= tower.widestByRule, tower.width.isMultiple(of: Self.widthByRule) {
      self.init(count: tower.width / Self.widthByRule, reason: .openAIRule)
    } else {
      throw .headsDoNotFit(file: file, tower: tower.name, got: nil, width: tower.width)
    }
    guard count > 0, tower.width.isMultiple(of: count) else {
      throw .headsDoNotFit(file: file, tower: tower.name, got: count, width: tower.width)
    }
  }

  /// The width of a head in every model that OpenAI released.
  private static var widthByRule: Int { 64 }
}

extension HeadChoice.Tower {
  /// The widest transformer that OpenAI released; open_clip's wider ones have wider heads.
  private static var widestOfOpenAI: Int { 1024 }

  /// The image encoder of a checkpoint.
  static func vision(_ extents: CheckpointExtents) -> Self {
    switch extents.vision {
    case .resNet:
      // All pools have heads of 64, and they are wider than any transformer.
      Self(
        name: "vision", width: extents.visionAttentionWidth, known: [], widestByRule: .max)
    case .transformer:
      Self(
        name: "vision", width: extents.visionAttentionWidth,
        known: NamedArchitecture.all.compactMap { named in
          guard case .transformer(let tower) = named.architecture.vision,
            tower.transformer.width > widestOfOpenAI
          else { return nil }
          return (tower.transformer.width, tower.transformer.headCount, named.name)
        }, widestByRule: widestOfOpenAI)
    }
  }

  /// The text encoder of a checkpoint.
  static func text(_ extents: CheckpointExtents) -> Self {
    Self(
      name: "text", width: extents.text.width,
      known: NamedArchitecture.all.compactMap { named in
        let transformer = named.architecture.text.transformer
        guard transformer.width > widestOfOpenAI else { return nil }
        return (transformer.width, transformer.headCount, named.name)
      }, widestByRule: widestOfOpenAI)
  }
}
