import CLIP
import Checkpoints
import Foundation
import Tensors

/// The committed random model with a ModifiedResNet and what it answers in float64;
/// `Fixtures/make_tiny_resnet.py` made both.
enum TinyResNet {
  /// The number of heads of the text tower, which are 16 wide and so break OpenAI's rule; those of the
  /// attention pool follow it.
  static let heads = HeadCounts(text: 2)

  static func checkpoint() throws -> SafetensorsFile {
    try SafetensorsFile(contentsOf: TinyCLIP.fixture("tiny-resnet.safetensors"))
  }

  static func expected() throws -> SafetensorsFile {
    try SafetensorsFile(contentsOf: TinyCLIP.fixture("tiny-resnet-expected.safetensors"))
  }

  static func model() throws -> CLIPModel {
    try CLIPModel(source: checkpoint(), multiplier: OpenBLASMultiplier(), heads: heads)
  }
}
