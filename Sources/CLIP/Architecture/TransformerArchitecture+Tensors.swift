extension TransformerArchitecture {
  /// The shape of every tensor of the blocks, by OpenAI's names: `transformer.resblocks.0.ln_1.weight`.
  var tensorShapes: [String: [Int]] {
    var shapes: [String: [Int]] = [:]
    for block in 0..<blockCount {
      for (name, shape) in blockTensorShapes {
        shapes["transformer.resblocks.\(block).\(name)"] = shape
      }
    }
    return shapes
  }

  /// The shapes of one block's tensors, by their names within the block.
  private var blockTensorShapes: [(name: String, shape: [Int])] {
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
