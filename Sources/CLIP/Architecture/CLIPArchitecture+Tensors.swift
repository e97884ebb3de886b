extension CLIPArchitecture {
  /// The shape of every tensor of a checkpoint of this architecture, by OpenAI's names.
  public var tensorShapes: [String: [Int]] {
    let vision = vision.transformer
    let text = text.transformer
    let patchSize = self.vision.patchSize
    var shapes: [String: [Int]] = [
      "visual.class_embedding": [vision.width],
      "visual.conv1.weight": [vision.width, 3, patchSize, patchSize],
      "visual.positional_embedding": [
        1 + self.vision.gridSide * self.vision.gridSide, vision.width,
      ],
      "visual.proj": [vision.width, embeddingWidth],
      "token_embedding.weight": [self.text.vocabularySize, text.width],
      "positional_embedding": [self.text.contextLength, text.width],
      "text_projection": [text.width, embeddingWidth],
      "logit_scale": [],
    ]
    for (layer, width) in [
      ("visual.ln_pre", vision.width), ("visual.ln_post", vision.width), ("ln_final", text.width),
    ] {
      shapes["\(layer).weight"] = [width]
      shapes["\(layer).bias"] = [width]
    }
    for (prefix, transformer) in [("visual.transformer", vision), ("transformer", text)] {
      for block in 0..<transformer.blockCount {
        for (name, shape) in transformer.blockTensorShapes {
          shapes["\(prefix).resblocks.\(block).\(name)"] = shape
        }
      }
    }
    return shapes
  }

  /// Names that OpenAI's archives hold beside the weights: single numbers that the shapes tell anyway.
  static let redundantTensorNames: Set<String> = [
    "input_resolution", "context_length", "vocab_size",
  ]
}

extension TransformerArchitecture {
  /// The shapes of one block's tensors, by their names within the block.
  fileprivate var blockTensorShapes: [(name: String, shape: [Int])] {
    [
      ("ln_1.weight", [width]), ("ln_1.bias", [width]),
      ("attn.in_proj_weight", [3 * width, width]), ("attn.in_proj_bias", [3 * width]),
      ("attn.out_proj.weight", [width, width]), ("attn.out_proj.bias", [width]),
      ("ln_2.weight", [width]), ("ln_2.bias", [width]),
      ("mlp.c_fc.weight", [hiddenWidth, width]), ("mlp.c_fc.bias", [hiddenWidth]),
      ("mlp.c_proj.weight", [width, hiddenWidth]), ("mlp.c_proj.bias", [width]),
    ]
  }
}
