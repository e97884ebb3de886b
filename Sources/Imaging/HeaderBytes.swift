import Foundation

/// Walks over the bytes of an image file up to its size.
struct HeaderBytes {
  private let data: Data
  private let format: ImageFormat
  private let file: String
  private var position = 0

  init(_ data: Data, format: ImageFormat, file: String) {
    self.data = data
    self.format = format
    self.file = file
  }

  /// The size in the chunk `IHDR`, which comes first and has 13 bytes.
  mutating func sizeInPNG() throws(ImagingError) -> (width: Int, height: Int) {
    position = 8
    guard try number(ofBytes: 4) == 13, try number(ofBytes: 4) == 0x4948_4452 else {
      throw .corrupt(file: file, format: format, reason: "it does not start with the chunk IHDR")
    }
    return (try number(ofBytes: 4), try number(ofBytes: 4))
  }

  /// The size in the frame header, behind any number of other segments.
  mutating func sizeInJPEG() throws(ImagingError) -> (width: Int, height: Int) {
    position = 2
    while true {
      switch try marker() {
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        position += 3  // The segment's length and the bits of a sample.
        let height = try number(ofBytes: 2)
        return (try number(ofBytes: 2), height)
      case 0x01, 0xD0...0xD8:
        continue  // Markers without a segment.
      case 0xD9, 0xDA:
        throw .corrupt(file: file, format: format, reason: "no frame header before the first scan")
      default:
        let start = position
        position = start + (try number(ofBytes: 2))
        guard position >= start + 2 else {
          throw .corrupt(file: file, format: format, reason: "a segment of less than its length")
        }
      }
    }
  }

  /// The next marker; bytes before it and fill bytes are passed over as libjpeg does.
  private mutating func marker() throws(ImagingError) -> Int {
    while try number(ofBytes: 1) != 0xFF {}
    while true {
      let code = try number(ofBytes: 1)
      if code != 0xFF { return code }
    }
  }

  /// The next bytes as a number, the most significant first.
  private mutating func number(ofBytes count: Int) throws(ImagingError) -> Int {
    guard data.count - position >= count else {
      throw .truncated(file: file, format: format, reason: "the file ends inside the header")
    }
    let start = data.startIndex + position
    position += count
    return data[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
  }
}
