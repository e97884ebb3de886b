import Foundation

/// Integer tensors of a safetensors file, read the plain way and by no code under test.
struct ReferenceTensors {
  private struct Description: Decodable {
    var dtype: String
    var shape: [Int]
    var dataOffsets: [Int]

    enum CodingKeys: String, CodingKey {
      case dtype
      case shape
      case dataOffsets = "data_offsets"
    }
  }

  private struct Missing: Error {
    var name: String
    var type: String
  }

  private let contents: Data
  private let descriptions: [String: Description]
  private let start: Int

  init(_ file: URL) throws {
    contents = try Data(contentsOf: file)
    let length = contents.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    start = 8 + length
    descriptions = try JSONDecoder().decode([String: Description].self, from: contents[8..<start])
  }

  /// The shape and the values of an unsigned 8-bit tensor.
  func bytes(_ name: String) throws -> (shape: [Int], values: [UInt8]) {
    let (shape, data) = try slice(name, type: "U8")
    return (shape, Array(data))
  }

  /// The shape and the values of a signed 64-bit tensor.
  func integers(_ name: String) throws -> (shape: [Int], values: [Int64]) {
    let (shape, data) = try slice(name, type: "I64")
    let bytes = Array(data)
    let values = stride(from: 0, to: bytes.count, by: 8).map { position in
      Int64(
        bitPattern: bytes[position..<position + 8].reversed()
          .reduce(0) { $0 << 8 | UInt64($1) })
    }
    return (shape, values)
  }

  /// The shape and the values of a single-precision tensor.
  func floats(_ name: String) throws -> (shape: [Int], values: [Float]) {
    let (shape, data) = try slice(name, type: "F32")
    let bytes = Array(data)
    let values = stride(from: 0, to: bytes.count, by: 4).map { position in
      Float(
        bitPattern: bytes[position..<position + 4].reversed()
          .reduce(0) { $0 << 8 | UInt32($1) })
    }
    return (shape, values)
  }

  private func slice(_ name: String, type: String) throws -> (shape: [Int], data: Data) {
    guard let description = descriptions[name], description.dtype == type else {
      throw Missing(name: name, type: type)
    }
    let range = start + description.dataOffsets[0]..<start + description.dataOffsets[1]
    return (description.shape, contents[range])
  }
}
