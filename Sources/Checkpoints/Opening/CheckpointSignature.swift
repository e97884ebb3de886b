import Foundation

/// What the first bytes of a file say of its format.
enum CheckpointSignature: Equatable {
  case zip
  case safetensors
  case shardIndex
  case foreign(ForeignFormat)
  case unknown(String)

  /// Looks at the beginning of a file.
  init(of contents: Data) {
    let head = Array(contents.prefix(512))
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else if head.count > 8, head[4..<8].allSatisfy({ $0 == 0 }), head[8] == UInt8(ascii: "{") {
      // Eight bytes of a length below 2³², then JSON.
      self = .safetensors
    } else if head.first == 0x80, head.count > 1, (2...5).contains(head[1]) {
      self = .foreign(.barePickle)
    } else if head.count > 262, head[257..<262].elementsEqual("ustar".utf8) {
      self = .foreign(.tar)
    } else if head.starts(with: Array("version https://git-lfs".utf8)) {
      self = .foreign(.gitLFSPointer)
    } else {
      let text = String(decoding: head, as: UTF8.self).drop { $0.isWhitespace }
      let isPage = ["<!doctype", "<html"].contains { text.lowercased().hasPrefix($0) }
      self =
        if isPage { .foreign(.webPage) } else if text.hasPrefix("{") { .shardIndex } else {
          .unknown(Self.summary(of: head))
        }
    }
  }

  private static func summary(of head: [UInt8]) -> String {
    guard !head.isEmpty else { return "nothing: it is empty" }
    let bytes = head.prefix(8).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
    return "the bytes \(bytes.joined(separator: " "))"
  }
}
