import Tensors

/// Names and cuts the tensors of an OpenAI model as Hugging Face's `CLIPModel` has them; written from
/// that model's side, without the tables under test.
enum HuggingFaceExport {
  static func tensors(of name: String, _ tensor: Tensor) -> [(String, Tensor)] {
    let isVisual = name.hasPrefix("visual.")
    let tower = isVisual ? "vision_model" : "text_model"
    let parts = name.split(separator: ".").map(String.init).drop { $0 == "visual" }
    let ending = parts.last ?? ""
    if let block = parts.firstIndex(of: "resblocks") {
      let layer = "\(tower).encoder.layers.\(parts[block + 1])"
      switch parts[block + 2] {
      case "ln_1": return [("\(layer).layer_norm1.\(ending)", tensor)]
      case "ln_2": return [("\(layer).layer_norm2.\(ending)", tensor)]
      case "mlp":
        return [("\(layer).mlp.\(parts[block + 3] == "c_fc" ? "fc1" : "fc2").\(ending)", tensor)]
      default: break
      }
      if parts[block + 3] == "out_proj" {
        return [("\(layer).self_attn.out_proj.\(ending)", tensor)]
      }
      let third = tensor.count / 3
      return zip("qkv", 0...).map { letter, index in
        let part = Tensor(
          shape: [tensor.shape[0] / 3] + tensor.shape.dropFirst(),
          elements: Array(tensor.elements[(index * third)..<((index + 1) * third)]))
        return ("\(layer).self_attn.\(letter)_proj.\(ending.dropFirst("in_proj_".count))", part)
      }
    }
    switch parts.first {
    case "proj": return [("visual_projection.weight", transposed(tensor))]
    case "text_projection": return [("text_projection.weight", transposed(tensor))]
    case "class_embedding": return [("vision_model.embeddings.class_embedding", tensor)]
    case "conv1": return [("vision_model.embeddings.patch_embedding.weight", tensor)]
    case "positional_embedding": return [("\(tower).embeddings.position_embedding.weight", tensor)]
    case "token_embedding": return [("text_model.embeddings.token_embedding.weight", tensor)]
    case "ln_pre": return [("vision_model.pre_layrnorm.\(ending)", tensor)]
    case "ln_post": return [("vision_model.post_layernorm.\(ending)", tensor)]
    case "ln_final": return [("text_model.final_layer_norm.\(ending)", tensor)]
    default: return [(name, tensor)]
    }
  }

  private static func transposed(_ matrix: Tensor) -> Tensor {
    let (rows, columns) = (matrix.shape[0], matrix.shape[1])
    let elements = (0..<columns).flatMap { column in
      (0..<rows).map { matrix.elements[$0 * columns + column] }
    }
    return Tensor(shape: [columns, rows], elements: elements)
  }
}
