/// The names of `CLIPModel` in Hugging Face's transformers.
enum HuggingFaceNames {
  /// What tensors of these names are by OpenAI's names.
  ///
  /// OpenAI keeps queries, keys and values in one matrix, one below the other in this order, where these
  /// models keep three.
  static func recipes(
    for names: some Collection<String>
  ) -> [(name: String, recipe: TensorRecipe)] {
    var recipes: [(name: String, recipe: TensorRecipe)] = []
    let present = Set(names)
    for name in names where !positionNumbers.contains(name) {
      let attention = AttentionPart(name)
      if let attention, attention.parts.allSatisfy(present.contains) {
        if name == attention.parts[0] {
          recipes.append((attention.joinedName, .joined(attention.parts)))
        }
      } else if let projection = projections[name] {
        recipes.append((projection, .transposed(name)))
      } else {
        recipes.append((openAIName(for: name) ?? name, .stored(name)))
      }
    }
    return recipes
  }

  /// Tables of 0, 1, 2, … that older versions store.
  private static let positionNumbers: Set<String> = [
    "text_model.embeddings.position_ids", "vision_model.embeddings.position_ids",
  ]

  /// Linear layers of [features, width] where OpenAI has matrices of [width, features].
  private static let projections = [
    "visual_projection.weight": "visual.proj", "text_projection.weight": "text_projection",
  ]

  private static let towers = [
    "vision_model.encoder.layers.": "visual.transformer.resblocks.",
    "text_model.encoder.layers.": "transformer.resblocks.",
  ]

  /// Names outside the blocks; "pre_layrnorm" is spelt so.
  private static let fixed = [
    "logit_scale": "logit_scale",
    "text_model.embeddings.token_embedding.weight": "token_embedding.weight",
    "text_model.embeddings.position_embedding.weight": "positional_embedding",
    "text_model.final_layer_norm.weight": "ln_final.weight",
    "text_model.final_layer_norm.bias": "ln_final.bias",
    "vision_model.embeddings.class_embedding": "visual.class_embedding",
    "vision_model.embeddings.patch_embedding.weight": "visual.conv1.weight",
    "vision_model.embeddings.position_embedding.weight": "visual.positional_embedding",
    "vision_model.pre_layrnorm.weight": "visual.ln_pre.weight",
    "vision_model.pre_layrnorm.bias": "visual.ln_pre.bias",
    "vision_model.post_layernorm.weight": "visual.ln_post.weight",
    "vision_model.post_layernorm.bias": "visual.ln_post.bias",
  ]

  /// Layers within a block.
  private static let layers = [
    "self_attn.out_proj": "attn.out_proj", "layer_norm1": "ln_1", "layer_norm2": "ln_2",
    "mlp.fc1": "mlp.c_fc", "mlp.fc2": "mlp.c_proj",
  ]

  private static func openAIName(for name: String) -> String? {
    if let name = fixed[name] { return name }
    guard let (block, layer, parameter) = split(name), let layer = layers[layer] else { return nil }
    return "\(block).\(layer).\(parameter)"
  }

  /// A name within a block as OpenAI's name of the block, the layer, and "weight" or "bias".
  fileprivate static func split(
    _ name: String
  ) -> (block: String, layer: String, parameter: String)? {
    for (theirs, ours) in towers where name.hasPrefix(theirs) {
      let rest = name.dropFirst(theirs.count)
      guard let first = rest.firstIndex(of: "."), let last = rest.lastIndex(of: "."), first < last
      else { return nil }
      return (
        ours + rest[..<first], String(rest[rest.index(after: first)..<last]),
        String(rest[rest.index(after: last)...])
      )
    }
    return nil
  }
}

/// One of the three tensors that OpenAI keeps as one.
private struct AttentionPart {
  /// OpenAI's name of the three together.
  let joinedName: String

  /// The names of the three: queries, keys, values.
  let parts: [String]

  /// Recognises `….self_attn.q_proj.weight` and the like.
  init?(_ name: String) {
    let letters = ["q", "k", "v"]
    guard let (block, layer, parameter) = HuggingFaceNames.split(name),
      letters.contains(where: { layer == "self_attn.\($0)_proj" })
    else { return nil }
    joinedName = "\(block).attn.in_proj_\(parameter)"
    let ending = "\(layer).\(parameter)"
    parts = letters.map { "\(name.dropLast(ending.count))self_attn.\($0)_proj.\(parameter)" }
  }
}
