import Checkpoints
import Foundation
import Tensors

/// What a file beside a checkpoint says of the model: Hugging Face's `config.json`, or open_clip's
/// `open_clip_config.json`.
struct ModelConfiguration: Sendable, Equatable {
  /// A value, the key that states it, and whether the file does or leaves it to the library's default.
  struct Setting<Value: Sendable & Equatable>: Sendable, Equatable {
    let value: Value
    let key: String
    let isStated: Bool

    init(_ stated: Value?, default value: Value, key: String) {
      self.value = stated ?? value
      self.key = key
      isStated = stated != nil
    }
  }

  /// What is said of one tower.
  struct Tower: Sendable, Equatable {
    let activation: Setting<Activation>
    let headCount: Setting<Int>
  }

  /// An extent that the tensors' shapes tell, too.
  struct StatedExtent: Sendable, Equatable {
    let extent: CheckpointExtents.Extent
    let key: String
    let value: Int
  }

  /// The file.
  let file: URL

  let vision: Tower
  let text: Tower

  /// What is said of extents, to be held against the shapes.
  let extents: [StatedExtent]

  /// The statistics of the pixels in training; `nil` where nothing is said.
  let pixelStatistics: PixelStatisticsChoice?

  /// Holds what the file says against what the tensors' shapes tell.
  ///
  /// - Throws: ``CLIPError/configurationDisagrees(file:key:got:expected:)`` at the first difference.
  func check(against told: CheckpointExtents) throws(CLIPError) {
    for stated in extents {
      guard let expected = told[stated.extent], expected != stated.value else { continue }
      throw .configurationDisagrees(
        file: file, key: stated.key, got: stated.value, expected: expected)
    }
  }
}
