import Datasets
import Foundation

/// An instance and the pixels that COCO's own tools draw for it; `coco_masks.py` of the benchmarks'
/// reference folder made the file.
struct DrawnMask: Decodable {
  let width: Int
  let height: Int
  let shape: InstanceShape
  let pixels: [Bool]

  /// The committed cases.
  static func all() throws -> [DrawnMask] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/coco-masks.json")
    return try JSONDecoder().decode([DrawnMask].self, from: Data(contentsOf: file))
  }

  private struct Runs: Decodable {
    let size: [Int]
    let counts: Counts
  }

  private enum Counts: Decodable {
    case plain([Int])
    case compressed(String)

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      self =
        if let text = try? value.decode(String.self) {
          .compressed(text)
        } else {
          .plain(try value.decode([Int].self))
        }
    }
  }

  private enum CodingKeys: CodingKey {
    case size, segmentation, mask
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let size = try values.decode([Int].self, forKey: .size)
    (height, width) = (size[0], size[1])
    shape =
      if let polygons = try? values.decode([[Double]].self, forKey: .segmentation) {
        .polygons(try polygons.map { try PolygonOutline(coordinates: $0) })
      } else {
        .runs(try Self.runs(values.decode(Runs.self, forKey: .segmentation)))
      }
    // Spread plainly, pixel by pixel, and not by what is tested.
    let lengths = try values.decode([Int].self, forKey: .mask)
    let downColumns = zip(0..., lengths).flatMap { index, length in
      Array(repeating: !index.isMultiple(of: 2), count: length)
    }
    pixels = (0..<(width * height)).map { [width, height] pixel in
      downColumns[pixel % width * height + pixel / width]
    }
  }

  private static func runs(_ runs: Runs) throws -> PixelRuns {
    switch runs.counts {
    case .plain(let lengths):
      try PixelRuns(width: runs.size[1], height: runs.size[0], lengths: lengths)
    case .compressed(let text):
      try PixelRuns(width: runs.size[1], height: runs.size[0], compressed: text)
    }
  }
}
