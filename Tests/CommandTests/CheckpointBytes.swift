import Foundation

/// The bytes of a sound safetensors file, to be damaged in place.
struct CheckpointBytes {
  /// The file.
  var data: Data

  /// Copies a file's bytes.
  init(_ data: Data) {
    self.data = Data(data)
  }

  /// Where the tensors' bytes begin.
  var dataStart: Int {
    8 + data.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// The bytes of a tensor, from ``dataStart`` on.
  func bytes(of tensor: String) -> Range<Int>? {
    guard let place = offsetsPlace(of: tensor) else { return nil }
    let numbers = String(decoding: data[place], as: UTF8.self)
      .split { !$0.isNumber }.compactMap { Int($0) }
    return numbers.count == 2 ? numbers[0]..<numbers[1] : nil
  }

  /// Makes the header claim other bytes for a tensor; the header keeps its length.
  mutating func claim(_ bytes: Range<Int>, for tensor: String) {
    guard let place = offsetsPlace(of: tensor) else { return }
    let text = "[\(bytes.lowerBound),\(bytes.upperBound)]"
    precondition(text.utf8.count <= place.count, "\(text) does not fit into the header")
    let padding = String(repeating: " ", count: place.count - text.utf8.count)
    data.replaceSubrange(place, with: Data((text + padding).utf8))
  }

  /// Where the header states a tensor's offsets, brackets included.
  private func offsetsPlace(of tensor: String) -> Range<Int>? {
    let header = 8..<dataStart
    guard let name = data.range(of: Data("\"\(tensor)\"".utf8), in: header),
      let key = data.range(
        of: Data("\"data_offsets\"".utf8), in: name.upperBound..<header.upperBound),
      let opening = data[key.upperBound...].firstIndex(of: UInt8(ascii: "[")),
      let closing = data[opening...].firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    return opening..<(closing + 1)
  }
}
