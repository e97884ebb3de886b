import Foundation
import OpenVocabulary

/// The points of one text as a line of JSON, in the names and the order that SAM's predictor takes.
struct PointPromptsLine: Encodable {
  private enum CodingKeys: String, CodingKey {
    case text
    case coordinates = "point_coords"
    case labels = "point_labels"
  }

  private let text: String

  /// The points `[x, y]`, those on the text first.
  private let coordinates: [[Int]]

  /// 1 for each point on the text, 0 for each beside it.
  private let labels: [Int]

  init(_ text: String, _ prompts: PointPrompts) {
    self.text = text
    coordinates = (prompts.positives + prompts.negatives).map { [$0.x, $0.y] }
    labels = prompts.positives.map { _ in 1 } + prompts.negatives.map { _ in 0 }
  }

  /// The line, without its end.
  ///
  /// - Throws: What the encoder throws.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
