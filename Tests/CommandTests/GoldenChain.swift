import Checkpoints
import Foundation
import TestSupport

/// What the authors' code counts on a few real images with a tiny checkpoint.
struct GoldenChain {
  /// One data set.
  struct Part: Decodable {
    let images: Int
    let classes: Int
    let pixels: Int64
    let nearTies: Int64

    private enum CodingKeys: String, CodingKey {
      case images
      case classes
      case pixels
      case nearTies = "pixels_with_top2_margin_below_1e-5"
    }
  }

  /// What the reference says of the set.
  let part: Part

  /// The reference's counts `[C, C]`, truth by prediction.
  let counts: [[Int64]]

  /// Reads the reference of one set, such as `voc20`, and one checkpoint, such as `vit-tiny`.
  init(_ name: String, checkpoint: String = "vit-tiny") throws {
    struct Document: Decodable {
      let sets: [String: Part]
    }
    let document = try JSONDecoder().decode(
      Document.self, from: SharedData.data("golden/chain-\(checkpoint).json"))
    guard let part = document.sets[name] else {
      throw CocoaError(.keyValueValidation, userInfo: [NSLocalizedDescriptionKey: name])
    }
    self.part = part
    let file = try SafetensorsFile(
      contentsOf: SharedData.url("golden/chain-\(checkpoint).safetensors"))
    let values = try file.integers(named: "\(name).confusion").map(Int64.init)
    counts = (0..<part.classes).map {
      Array(values[$0 * part.classes..<($0 + 1) * part.classes])
    }
  }
}
