import CLIP
import Checkpoints
import Foundation
import Tensors

/// The committed random model and what it answers in float64; `Fixtures/make_tiny_clip.py` made both.
enum TinyCLIP {
  /// The number of heads of each tower, which are 16 wide and so break OpenAI's rule.
  static let heads = HeadCounts(vision: 2, text: 2)

  static func checkpoint() throws -> SafetensorsFile {
    try SafetensorsFile(contentsOf: fixture("tiny-clip.safetensors"))
  }

  static func expected() throws -> SafetensorsFile {
    try SafetensorsFile(contentsOf: fixture("tiny-clip-expected.safetensors"))
  }

  /// What it answers under the surgeries that the paper's is compared with.
  static func ablations() throws -> SafetensorsFile {
    try SafetensorsFile(contentsOf: fixture("tiny-clip-ablations.safetensors"))
  }

  static func model() throws -> CLIPModel {
    try CLIPModel(source: checkpoint(), multiplier: OpenBLASMultiplier(), heads: heads)
  }

  static func fixture(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
  }
}
