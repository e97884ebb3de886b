/// How many pixels of a palette PNG hold each index, counted without the libraries that Imaging uses.
///
/// It reads what VOC's archives hold: 8 bits a pixel, not interlaced, no filters.
enum PlainLabelCounts {
  /// Counts the indices 0 to 255 of a file, or returns `nil` where it is of another kind.
  static func counts(ofPalettePNG file: [UInt8]) -> [Int]? {
    func number(at position: Int) -> Int {
      file[position..<(position + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
    var compressed: [UInt8] = []
    var position = 8
    while position < file.count {
      let length = number(at: position)
      if file[(position + 4)..<(position + 8)].elementsEqual("IDAT".utf8) {
        compressed += file[(position + 8)..<(position + 8 + length)]
      }
      position += 12 + length
    }
    let (width, height) = (number(at: 16), number(at: 20))
    let rows = PlainInflate.inflate(zlib: compressed)
    guard file[24...28].elementsEqual([8, 3, 0, 0, 0]), rows.count == height * (width + 1),
      (0..<height).allSatisfy({ rows[$0 * (width + 1)] == 0 })
    else { return nil }
    var counts = unsafe rows.withUnsafeBytes { unsafe Self.counts(of: $0) }
    // The filter at the beginning of each row is no pixel.
    counts[0] -= height
    return counts
  }

  /// Counts eight bytes at a time where they are equal, which in label maps is the rule: tests are not
  /// optimised, and the maps have hundreds of millions of pixels.
  private static func counts(of bytes: UnsafeRawBufferPointer) -> [Int] {
    var counts = Array(repeating: 0, count: 256)
    var position = 0
    while position + 8 <= bytes.count {
      let labels = unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      if labels == labels >> 8 | labels << 56 {
        counts[Int(labels & 255)] += 8
      } else {
        for shift in stride(from: 0, to: 64, by: 8) { counts[Int(labels >> shift & 255)] += 1 }
      }
      position += 8
    }
    while position < bytes.count {
      unsafe counts[Int(bytes[position])] += 1
      position += 1
    }
    return counts
  }
}
