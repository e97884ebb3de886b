import Checkpoints
import Foundation
import OpenVocabulary
import Tensors

/// The features of texts, as another program wrote them: `text` `[C, D]`, and `empty_text` `[D]` where it
/// is needed.
struct TextFeatureFile {
  /// The file.
  let url: URL

  /// The features `[C, D]` of the texts, of unit length.
  let features: Tensor

  /// The feature `[1, D]` of the empty text; `nil` where the file has none.
  let emptyText: Tensor?

  /// How far a length may be from 1: half precision, summed up.
  private static let lengthTolerance: Float = 0.01

  /// Reads a file.
  ///
  /// - Throws: `CheckpointError` where it breaks its format, ``ScoreMapError`` where a feature is not
  ///   finite or not of unit length.
  init(contentsOf url: URL) throws {
    self.url = url
    if url.pathExtension == ScoreMapFile.arrayExtension {
      features = try NumPyFile(contentsOf: url).tensor(named: NumPyFile.arrayName)
      emptyText = nil
    } else {
      let file = try SafetensorsFile(contentsOf: url)
      features = try file.tensor(named: "text")
      emptyText = try file.descriptions["empty_text"].map { _ in
        let feature = try file.tensor(named: "empty_text")
        return Tensor(shape: [1, feature.count], elements: feature.elements)
      }
    }
    guard features.shape.count == 2, !features.shape.contains(0) else {
      throw ScoreMapError.wrongShape(
        file: url, tensor: "text", got: features.shape, expected: "[C, D]")
    }
    try Self.check(features, "text", in: url)
    if let emptyText {
      guard emptyText.count == features.shape[1] else {
        throw ScoreMapError.wrongShape(
          file: url, tensor: "empty_text", got: [emptyText.count],
          expected: "[\(features.shape[1])], as wide as text")
      }
      try Self.check(emptyText, "empty_text", in: url)
    }
  }

  private static func check(
    _ features: Tensor, _ name: String, in url: URL
  ) throws(ScoreMapError) {
    try ScoreMapFile.requireFinite(features, name, in: url)
    let width = features.shape[1]
    for row in 0..<features.shape[0] {
      let squares = features.elements[(row * width)..<((row + 1) * width)].reduce(0) {
        $0 + $1 * $1
      }
      let length = squares.squareRoot()
      guard abs(length - 1) <= lengthTolerance else {
        throw .notUnitLength(file: url, tensor: name, row: row, got: length)
      }
    }
  }
}
