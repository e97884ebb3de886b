public import Foundation

/// A checkpoint with the shapes of a small vision transformer and one value everywhere: enough to be
/// inspected, which is all that opening an experiment does.
public enum TinyCheckpoint {
  /// The bytes of a safetensors file in half precision, by OpenAI's names.
  ///
  /// - Parameter byte: Both bytes of every weight.
  /// - Returns: The contents of the file.
  public static func contents(filledWith byte: UInt8 = 0) -> Data {
    var members: [String] = []
    var end = 0
    for (name, shape) in shapes.sorted(by: { $0.key < $1.key }) {
      let begin = end
      end += shape.reduce(2, *)
      members.append(
        "\"\(name)\":{\"dtype\":\"F16\",\"shape\":\(shape),\"data_offsets\":[\(begin),\(end)]}")
    }
    let header = Data("{\(members.joined(separator: ","))}".utf8)
    var contents = Data((0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) })
    contents += header
    contents += Data(repeating: byte, count: end)
    return contents
  }

  private static let width = 64
  private static let embeddingWidth = 8

  private static var shapes: [String: [Int]] {
    var shapes = [
      "logit_scale": [],
      "positional_embedding": [8, width],
      "text_projection": [width, embeddingWidth],
      "token_embedding.weight": [16, width],
      "visual.class_embedding": [width],
      "visual.conv1.weight": [width, 3, 4, 4],
      "visual.positional_embedding": [5, width],
      "visual.proj": [width, embeddingWidth],
    ]
    func addLayer(_ name: String, from inputs: Int, to outputs: Int) {
      shapes["\(name)weight"] = [outputs, inputs]
      shapes["\(name)bias"] = [outputs]
    }
    for tower in ["visual.transformer", "transformer"] {
      let block = "\(tower).resblocks.0"
      addLayer("\(block).attn.in_proj_", from: width, to: 3 * width)
      addLayer("\(block).attn.out_proj.", from: width, to: width)
      addLayer("\(block).mlp.c_fc.", from: width, to: width)
      addLayer("\(block).mlp.c_proj.", from: width, to: width)
      for norm in ["ln_1", "ln_2"] {
        for parameter in ["weight", "bias"] { shapes["\(block).\(norm).\(parameter)"] = [width] }
      }
    }
    for norm in ["visual.ln_pre", "visual.ln_post", "ln_final"] {
      for parameter in ["weight", "bias"] { shapes["\(norm).\(parameter)"] = [width] }
    }
    return shapes
  }
}
