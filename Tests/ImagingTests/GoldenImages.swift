import Foundation
import Imaging

/// The reference pixels beside the checkout: what Pillow decodes and resizes.
struct GoldenImages {
  /// A file, and a size to which Pillow resized it with its bicubic filter.
  struct Case: Decodable, CustomStringConvertible {
    let file: String
    let key: String
    let rgbKey: String
    let targetSize: [Int]

    var description: String { key }

    private enum CodingKeys: String, CodingKey {
      case file
      case key
      case rgbKey = "rgb_key"
      case targetSize = "target_hw"
    }
  }

  static let folder = URL(filePath: #filePath)
    .appending(path: "../../../../shared/golden/images").standardizedFileURL

  static let areHere = FileManager.default.fileExists(
    atPath: folder.appending(path: "expected.json").path)

  static let cases: [Case] =
    areHere
    ? (try? JSONDecoder().decode(
      [Case].self, from: Data(contentsOf: folder.appending(path: "expected.json")))) ?? [] : []

  private let header: [String: Any]
  private let bytes: Data

  init() throws {
    let data = try Data(contentsOf: Self.folder.appending(path: "expected.safetensors"))
    let headerCount = data.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    let header = try JSONSerialization.jsonObject(with: data.dropFirst(8).prefix(headerCount))
    self.header = header as? [String: Any] ?? [:]
    self.bytes = Data(data.dropFirst(8 + headerCount))
  }

  /// The picture `[height, width, 3]` stored under a name.
  func image(named name: String) throws -> RGBImage {
    guard let entry = header[name] as? [String: Any], let shape = entry["shape"] as? [Int],
      let range = entry["data_offsets"] as? [Int]
    else { throw CocoaError(.fileReadCorruptFile) }
    return RGBImage(
      width: shape[1], height: shape[0], samples: Array(bytes[range[0]..<range[1]]))
  }
}
