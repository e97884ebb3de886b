import Foundation

/// Writes PNG files of every kind byte by byte, sound ones and broken ones.
///
/// Pixel data goes uncompressed into stored blocks, so that nothing here depends on zlib.
struct PNGBuilder {
  enum ColourType: UInt8 {
    case gray = 0
    case rgb = 2
    case palette = 3
    case grayAlpha = 4
    case rgba = 6

    var channelCount: Int {
      switch self {
      case .gray, .palette: 1
      case .grayAlpha: 2
      case .rgb: 3
      case .rgba: 4
      }
    }
  }

  var width: Int
  var height: Int
  var colourType: ColourType
  var bitDepth: Int

  /// The samples `[height, width, channels]`.
  var samples: [UInt16]

  /// The colours `[count, 3]`.
  var palette: [UInt8] = []

  /// Chunks between the header and the pixel data, behind the palette.
  var extraChunks: [(type: String, contents: [UInt8])] = []

  /// Whether the seven passes of Adam7 are written.
  var isInterlaced = false

  /// The file.
  var data: Data {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    file += Self.chunk(
      "IHDR",
      Self.bytes(width, 4) + Self.bytes(height, 4)
        + [UInt8(bitDepth), colourType.rawValue, 0, 0, isInterlaced ? 1 : 0])
    if !palette.isEmpty { file += Self.chunk("PLTE", palette) }
    for extra in extraChunks { file += Self.chunk(extra.type, extra.contents) }
    file += Self.chunk("IDAT", Self.stored(isInterlaced ? interlacedRows : rows(0, 0, 1, 1)))
    file += Self.chunk("IEND", [])
    return Data(file)
  }

  /// A chunk with its length and check sum.
  static func chunk(_ type: String, _ contents: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + contents
    return bytes(contents.count, 4) + body + bytes(Int(checkSum(body)), 4)
  }

  /// A number, the most significant byte first.
  static func bytes(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// A zlib stream of stored blocks.
  private static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var first: UInt32 = 1
    var second: UInt32 = 0
    for start in stride(from: 0, to: bytes.count, by: 65535) {
      let block = bytes[start..<min(start + 65535, bytes.count)]
      let isLast = start + 65535 >= bytes.count
      let length = Array(Self.bytes(block.count, 2).reversed())
      stream += [isLast ? 1 : 0] + length + length.map { ~$0 } + block
    }
    for byte in bytes {
      first = (first + UInt32(byte)) % 65521
      second = (second + first) % 65521
    }
    return stream + Self.bytes(Int(second << 16 | first), 4)
  }

  /// CRC-32 bit by bit.
  private static func checkSum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 {
        let carries = sum & 1 == 1
        sum >>= 1
        if carries { sum ^= 0xEDB8_8320 }
      }
    }
    return ~sum
  }

  private var interlacedRows: [UInt8] {
    let passes: [(Int, Int, Int, Int)] = [
      (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
      (0, 1, 1, 2),
    ]
    return passes.flatMap { rows($0.0, $0.1, $0.2, $0.3) }
  }

  /// The rows of a pass, each behind the byte of filter 0, samples packed from the highest bit
  /// down.
  private func rows(_ left: Int, _ top: Int, _ columnStep: Int, _ rowStep: Int) -> [UInt8] {
    guard left < width else { return [] }
    var bytes: [UInt8] = []
    for row in stride(from: top, to: height, by: rowStep) {
      bytes.append(0)
      var byte = 0
      var bitCount = 0
      for column in stride(from: left, to: width, by: columnStep) {
        for channel in 0..<colourType.channelCount {
          let sample = samples[(row * width + column) * colourType.channelCount + channel]
          if bitDepth == 16 { bytes.append(UInt8(sample >> 8)) }
          byte = byte << bitDepth | Int(sample)
          bitCount += bitDepth
          if bitCount >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: byte))
            bitCount = 0
          }
        }
      }
      if bitCount > 0 { bytes.append(UInt8(truncatingIfNeeded: byte << (8 - bitCount))) }
    }
    return bytes
  }
}

extension PNGBuilder {
  /// A picture of seeded random samples.
  init(
    random colourType: ColourType, bitDepth: Int, width: Int = 13, height: Int = 11,
    using generator: inout some RandomNumberGenerator
  ) {
    let largest = UInt16((1 << bitDepth) - 1)
    self.init(
      width: width, height: height, colourType: colourType, bitDepth: bitDepth,
      samples: (0..<width * height * colourType.channelCount).map { _ in
        .random(in: 0...largest, using: &generator)
      })
    if colourType == .palette {
      palette = (0..<3 << bitDepth).map { _ in .random(in: 0...255, using: &generator) }
    }
  }
}
