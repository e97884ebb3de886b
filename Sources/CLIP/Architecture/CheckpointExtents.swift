/// All that the shapes of a checkpoint's tensors tell of its architecture, which is all but the numbers
/// of attention heads.
struct CheckpointExtents: Sendable {
  /// What the shapes tell of a transformer.
  struct Transformer: Sendable {
    let width: Int
    let blockCount: Int
    let hiddenWidth: Int

    /// Reads the extents of the transformer whose tensors' names start with `prefix`.
    init(_ prefix: String, width: Int, from reader: ExtentReader) {
      self.width = width
      blockCount = reader.blockCount("\(prefix).resblocks.")
      let hidden = reader.shapes["\(prefix).resblocks.0.mlp.c_fc.weight"]?.first ?? 0
      hiddenWidth = hidden > 0 ? hidden : 4 * width
    }

    func architecture(headCount: Int) -> TransformerArchitecture {
      TransformerArchitecture(
        width: width, blockCount: blockCount, headCount: headCount, hiddenWidth: hiddenWidth)
    }
  }

  /// What the shapes tell of an image encoder.
  enum Vision: Sendable {
    case transformer(Transformer, patchSize: Int, gridSide: Int)
    case resNet(width: Int, blockCounts: [Int], gridSide: Int)
  }

  let vision: Vision
  let text: Transformer
  let contextLength: Int
  let vocabularySize: Int
  let embeddingWidth: Int

  /// Reads the extents of a checkpoint; the reader notes what cannot be told.
  init(from reader: inout ExtentReader) {
    if reader.shapes.keys.contains(where: { $0.hasPrefix("visual.layer1.") }) {
      let kernels = reader.extents(of: "visual.conv1.weight", ["width / 2", "3", "3", "3"])
      let positions = reader.extents(
        of: "visual.attnpool.positional_embedding", ["1 + side²", "32 · width"])
      let projection = reader.extents(
        of: "visual.attnpool.c_proj.weight", ["embedding", "32 · width"])
      let stages = 1...ModifiedResNetArchitecture.stageCount
      vision = .resNet(
        width: 2 * kernels[0],
        blockCounts: stages.map { reader.blockCount("visual.layer\($0).") },
        gridSide: reader.gridSide(ofRows: positions[0]))
      embeddingWidth = projection[0]
    } else {
      let patches = reader.extents(
        of: "visual.conv1.weight", ["width", "3", "patch", "patch"])
      let positions = reader.extents(
        of: "visual.positional_embedding", ["1 + side²", "width"])
      let projection = reader.extents(of: "visual.proj", ["width", "embedding"])
      vision = .transformer(
        Transformer("visual.transformer", width: patches[0], from: reader),
        patchSize: patches[2], gridSide: reader.gridSide(ofRows: positions[0]))
      embeddingWidth = projection[1]
    }
    let tokens = reader.extents(of: "token_embedding.weight", ["vocabulary", "width"])
    let positions = reader.extents(of: "positional_embedding", ["context", "width"])
    text = Transformer("transformer", width: tokens[1], from: reader)
    contextLength = positions[0]
    vocabularySize = tokens[0]
  }

  /// The number of features that the heads of the image encoder share.
  var visionAttentionWidth: Int {
    switch vision {
    case .transformer(let transformer, _, _): transformer.width
    case .resNet(let width, _, _): ModifiedResNetArchitecture.reduction * width
    }
  }

  /// An extent that configuration files state, too.
  enum Extent: Sendable {
    case visionWidth
    case visionBlocks
    case patchSize
    case imageSide
    case textWidth
    case textBlocks
    case contextLength
    case vocabularySize
    case embeddingWidth
  }

  /// One extent; `nil` for what the image encoder does not have.
  subscript(extent: Extent) -> Int? {
    switch (extent, vision) {
    case (.visionWidth, .transformer(let transformer, _, _)): transformer.width
    case (.visionWidth, .resNet(let width, _, _)): width
    case (.visionBlocks, .transformer(let transformer, _, _)): transformer.blockCount
    case (.patchSize, .transformer(_, let patchSize, _)): patchSize
    case (.visionBlocks, .resNet), (.patchSize, .resNet): nil
    case (.imageSide, .transformer(_, let patchSize, let gridSide)): patchSize * gridSide
    case (.imageSide, .resNet(_, _, let gridSide)):
      ModifiedResNetArchitecture.reduction * gridSide
    case (.textWidth, _): text.width
    case (.textBlocks, _): text.blockCount
    case (.contextLength, _): contextLength
    case (.vocabularySize, _): vocabularySize
    case (.embeddingWidth, _): embeddingWidth
    }
  }

  /// The architecture with these extents.
  ///
  /// - Precondition: the numbers of heads divide ``visionAttentionWidth`` and the text tower's width.
  func architecture(visionHeads: Int, textHeads: Int) -> CLIPArchitecture {
    let vision: CLIPArchitecture.Vision =
      switch vision {
      case .transformer(let transformer, let patchSize, let gridSide):
        .transformer(
          VisionTransformerArchitecture(
            transformer: transformer.architecture(headCount: visionHeads), patchSize: patchSize,
            gridSide: gridSide))
      case .resNet(let width, let blockCounts, let gridSide):
        .resNet(
          ModifiedResNetArchitecture(
            width: width, blockCounts: blockCounts, gridSide: gridSide, headCount: visionHeads))
      }
    return CLIPArchitecture(
      vision: vision,
      text: CLIPArchitecture.Text(
        transformer: text.architecture(headCount: textHeads), contextLength: contextLength,
        vocabularySize: vocabularySize),
      embeddingWidth: embeddingWidth)
  }
}
