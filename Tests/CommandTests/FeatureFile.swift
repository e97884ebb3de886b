import Checkpoints
import Foundation
import Tensors

/// What `evaluate features` wrote, read by the documented form.
struct FeatureFile {
  let file: SafetensorsFile
  let tokens: Tensor

  init(_ url: URL) throws {
    file = try SafetensorsFile(contentsOf: url)
    tokens = try file.tensor(named: "tokens")
  }

  /// The cosines `[1+N, C]`.
  var cosine: Tensor { get throws { try file.tensor(named: "cosine") } }

  /// The cosines after feature surgery `[1+N, C]`.
  var similarity: Tensor { get throws { try file.tensor(named: "similarity") } }

  /// The score maps `[H, W, C]`.
  var map: Tensor { get throws { try file.tensor(named: "map") } }

  /// The class of each pixel `[H, W]`.
  var argmax: [Int] { get throws { try file.integers(named: "argmax") } }

  /// The names with shapes and formats.
  var forms: [String: String] {
    file.descriptions.mapValues { "\($0.dataType.rawValue) \($0.shape)" }
  }
}
