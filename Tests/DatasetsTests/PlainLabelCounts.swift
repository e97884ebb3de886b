import Imaging

/// How many pixels hold each label, 0 to 255.
enum PlainLabelCounts {
  /// Counts the indices of a palette PNG without the library that Imaging uses.
  ///
  /// It reads what VOC's archives hold: 8 bits a pixel, not interlaced, no filters.
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
    var counts = unsafe rows.withUnsafeBytes { unsafe Self.counts(of: $0, bytesPerLabel: 1) }
    // The filter at the beginning of each row is no pixel.
    counts[0] -= height
    return counts
  }

  /// Counts labels, what is ignored as 255.
  static func counts(of map: LabelMap) -> [Int] {
    var counts = unsafe map.labels.withUnsafeBytes {
      unsafe Self.counts(of: $0, bytesPerLabel: 2)
    }
    counts[255] += counts[Int(LabelMap.ignored)]
    return Array(counts[...255])
  }

  /// Counts eight bytes at a time where they hold one label, which in label maps is the rule: tests
  /// are not optimised, and the maps have hundreds of millions of pixels.
  private static func counts(of bytes: UnsafeRawBufferPointer, bytesPerLabel: Int) -> [Int] {
    let bitsPerLabel = 8 * bytesPerLabel
    let mask = UInt64(1) << bitsPerLabel - 1
    var counts = Array(repeating: 0, count: 1 << bitsPerLabel)
    var word = 0
    while word < bytes.count / 8 {
      let labels = unsafe bytes.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self)
      word += 1
      if labels == labels >> bitsPerLabel | labels << (64 - bitsPerLabel) {
        counts[Int(labels & mask)] += 8 / bytesPerLabel
      } else {
        for shift in stride(from: 0, to: 64, by: bitsPerLabel) {
          counts[Int(labels >> shift & mask)] += 1
        }
      }
    }
    for position in stride(from: bytes.count / 8 * 8, to: bytes.count, by: bytesPerLabel) {
      let label =
        unsafe bytesPerLabel == 1
        ? Int(bytes[position])
        : Int(bytes.loadUnaligned(fromByteOffset: position, as: UInt16.self))
      counts[label] += 1
    }
    return counts
  }
}
