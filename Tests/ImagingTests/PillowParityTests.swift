import Foundation
import Imaging
import TestSupport
import Testing

@Suite("Pillow parity", .requiresSharedData)
struct PillowParityTests {
  /// A file, and a size to which Pillow resized it with its bicubic filter.
  struct Case: Decodable, CustomStringConvertible, Sendable {
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

  static func cases() throws -> [Case] {
    guard SharedData.isPresent else { return [] }
    return try JSONDecoder().decode(
      [Case].self, from: SharedData.data("golden/images/expected.json"))
  }

  /// The reference picture `[height, width, 3]` stored under a name.
  private func reference(_ name: String) throws -> RGBImage {
    let file = try SharedData.data("golden/images/expected.safetensors")
    let headerCount = file.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    let header = try JSONDecoder().decode(
      [String: Entry].self, from: file.dropFirst(8).prefix(headerCount))
    let entry = try #require(header[name])
    let start = 8 + headerCount
    return RGBImage(
      width: entry.shape[1], height: entry.shape[0],
      samples: Array(file[start + entry.offsets[0]..<start + entry.offsets[1]]))
  }

  /// Where a tensor of bytes lies in a safetensors file.
  private struct Entry: Decodable {
    let shape: [Int]
    let offsets: [Int]

    private enum CodingKeys: String, CodingKey {
      case shape
      case offsets = "data_offsets"
    }
  }

  private func image(_ golden: Case) throws -> RGBImage {
    try RGBImage(contentsOf: SharedData.url("golden/images/\(golden.file)"))
  }

  @Test("every picture decodes to the bytes of Pillow's RGB conversion", arguments: try cases())
  func decodes(_ golden: Case) throws {
    expectEqual(try image(golden), try reference(golden.rgbKey))
  }

  @Test("every picture resizes to the bytes of Pillow's bicubic", arguments: try cases())
  func resizes(_ golden: Case) throws {
    let (height, width) = (golden.targetSize[0], golden.targetSize[1])
    expectEqual(
      try image(golden).resized(toWidth: width, height: height, with: .bicubic),
      try reference(golden.key))
  }

  @Test("16-bit gray keeps its upper byte as a picture and all bits as a label map")
  func gray16() throws {
    let url = SharedData.url("golden/images/gray16.png")
    let labels = try LabelMap(contentsOf: url)
    let picture = try RGBImage(contentsOf: url)
    #expect(labels.labels.contains { $0 > 255 })
    #expect(
      picture.samples == labels.labels.flatMap { [UInt8](repeating: UInt8($0 >> 8), count: 3) })
  }

  @Test("the header's size is the decoded one", arguments: try cases())
  func readsHeader(_ golden: Case) throws {
    let header = try ImageHeader(contentsOf: SharedData.url("golden/images/\(golden.file)"))
    let image = try image(golden)
    #expect(header.width == image.width && header.height == image.height)
  }
}
