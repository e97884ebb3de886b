/// Decompresses DEFLATE (RFC 1951) plainly, for comparison with the library that Imaging uses.
struct PlainInflate {
  /// A prefix code: codes of one length are consecutive, in the order of the symbols, and follow
  /// those of the length before.
  private struct Code {
    /// For each length from 1, its first code and its symbols.
    private(set) var lengths: [(first: Int, symbols: [Int])] = []

    /// Assigns codes; a length of 0 is no code.
    init(lengths bitCounts: [Int]) {
      var code = 0
      for length in 1...15 {
        code <<= 1
        let symbols = bitCounts.indices.filter { bitCounts[$0] == length }
        lengths.append((code, symbols))
        code += symbols.count
      }
    }
  }

  private static let lengths: [(base: Int, extraBits: Int)] = [
    (3, 0), (4, 0), (5, 0), (6, 0), (7, 0), (8, 0), (9, 0), (10, 0), (11, 1), (13, 1), (15, 1),
    (17, 1), (19, 2), (23, 2), (27, 2), (31, 2), (35, 3), (43, 3), (51, 3), (59, 3), (67, 4),
    (83, 4), (99, 4), (115, 4), (131, 5), (163, 5), (195, 5), (227, 5), (258, 0),
  ]

  /// Distances double every two codes.
  private static let distances: [(base: Int, extraBits: Int)] =
    (0..<30).map { code in
      let extraBits = max(0, code / 2 - 1)
      return (code < 2 ? code + 1 : (2 + code % 2) << extraBits + 1, extraBits)
    }

  private let bytes: [UInt8]
  private var position: Int
  private var buffer = 0
  private var bufferedBits = 0
  private var output: [UInt8] = []

  /// Decompresses a zlib stream (RFC 1950) without checking its sum.
  static func inflate(zlib bytes: [UInt8]) -> [UInt8] {
    var inflate = PlainInflate(bytes: bytes, position: 2)
    while !inflate.block() {}
    return inflate.output
  }

  private init(bytes: [UInt8], position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// Reads ahead so that so many bits are there; behind the end they are zeros.
  private mutating func buffer(_ count: Int) {
    while bufferedBits < count {
      buffer |= Int(position < bytes.count ? bytes[position] : 0) << bufferedBits
      position += 1
      bufferedBits += 8
    }
  }

  private mutating func bits(_ count: Int) -> Int {
    buffer(count)
    let value = buffer & (1 << count - 1)
    buffer >>= count
    bufferedBits -= count
    return value
  }

  /// Reads the next symbol, whose code comes with its most significant bit first.
  private mutating func symbol(of code: Code) -> Int {
    buffer(15)
    var value = 0
    var length = 0
    while true {
      value = value << 1 | (buffer >> length & 1)
      let (first, symbols) = code.lengths[length]
      length += 1
      if value - first < symbols.count {
        buffer >>= length
        bufferedBits -= length
        return symbols[value - first]
      }
    }
  }

  /// Decompresses one block and returns whether it is the last one.
  private mutating func block() -> Bool {
    let isLast = bits(1) == 1
    switch bits(2) {
    case 0:
      _ = bits(bufferedBits % 8)
      let count = bits(16)
      _ = bits(16)
      for _ in 0..<count { output.append(UInt8(bits(8))) }
    case 1:
      let literals =
        Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112)
        + Array(repeating: 7, count: 24) + Array(repeating: 8, count: 8)
      symbols(Code(lengths: literals), Code(lengths: Array(repeating: 5, count: 30)))
    default:
      let (literals, distances) = codeLengths()
      symbols(Code(lengths: literals), Code(lengths: distances))
    }
    return isLast
  }

  /// Reads the lengths of a block's own codes, which are themselves encoded.
  private mutating func codeLengths() -> (literals: [Int], distances: [Int]) {
    let (literals, distances, count) = (bits(5) + 257, bits(5) + 1, bits(4) + 4)
    var lengths = Array(repeating: 0, count: 19)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for symbol in order.prefix(count) { lengths[symbol] = bits(3) }
    let code = Code(lengths: lengths)
    var all: [Int] = []
    while all.count < literals + distances {
      let symbol = symbol(of: code)
      switch symbol {
      case 16: all += Array(repeating: all[all.count - 1], count: bits(2) + 3)
      case 17: all += Array(repeating: 0, count: bits(3) + 3)
      case 18: all += Array(repeating: 0, count: bits(7) + 11)
      default: all.append(symbol)
      }
    }
    return (Array(all[..<literals]), Array(all[literals...]))
  }

  /// Decompresses literals and repetitions up to the end of the block.
  private mutating func symbols(_ literals: Code, _ distances: Code) {
    while true {
      let symbol = symbol(of: literals)
      if symbol == 256 { return }
      guard symbol > 256 else {
        output.append(UInt8(symbol))
        continue
      }
      let (lengthBase, lengthBits) = Self.lengths[symbol - 257]
      var length = lengthBase + bits(lengthBits)
      let (distanceBase, distanceBits) = Self.distances[self.symbol(of: distances)]
      let start = output.count - distanceBase - bits(distanceBits)
      // A repetition may reach into what it writes; then it is written in parts.
      while length > 0 {
        let part = output[start..<min(start + length, output.count)]
        length -= part.count
        output += part
      }
    }
  }
}
