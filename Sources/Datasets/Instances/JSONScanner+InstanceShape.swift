extension JSONScanner {
  /// Reads what COCO's files state under `segmentation`.
  ///
  /// - Parameters:
  ///   - width: The width of the image in pixels.
  ///   - height: The height of the image in pixels.
  /// - Returns: The shape.
  /// - Throws: ``DatasetError`` where it is no shape, or run lengths are not of that size.
  mutating func readShape(width: Int, height: Int) throws(DatasetError) -> InstanceShape {
    try skipWhitespace()
    return switch try peek() {
    case UInt8(ascii: "["): .polygons(try readPolygons())
    case UInt8(ascii: "{"): .runs(try readRuns(width: width, height: height))
    default: throw try mismatch("polygons in '[' or run lengths in '{'")
    }
  }

  private mutating func readPolygons() throws(DatasetError) -> [PolygonOutline] {
    let start = offset
    var outlines: [PolygonOutline] = []
    try readArray { scanner throws(DatasetError) in
      try scanner.skipWhitespace()
      let start = scanner.offset
      var coordinates: [Double] = []
      try scanner.readArray { scanner throws(DatasetError) in
        coordinates.append(try scanner.readNumber())
      }
      do throws(InstanceShapeError) {
        outlines.append(try PolygonOutline(coordinates: coordinates))
      } catch {
        throw scanner.fault(got: error.got, expected: error.expected, at: start)
      }
    }
    guard !outlines.isEmpty else {
      throw fault(got: "no polygon", expected: "one or more", at: start)
    }
    return outlines
  }

  private mutating func readRuns(width: Int, height: Int) throws(DatasetError) -> PixelRuns {
    let start = offset
    var size: [Int]?
    var lengths: [Int]?
    var text: String?
    try readObject { scanner, key throws(DatasetError) in
      switch key {
      case "size":
        try scanner.readIntegers(key, into: &size)
      case "counts":
        try scanner.skipWhitespace()
        if try scanner.peek() == UInt8(ascii: "\"") {
          try scanner.readString(key, into: &text)
        } else {
          try scanner.readIntegers(key, into: &lengths)
        }
      default: try scanner.skipValue()
      }
    }
    let stated = try require(size, "size", from: start)
    guard stated == [height, width] else {
      throw fault(
        got: "run lengths of the size \(stated)", expected: "[\(height), \(width)], the image's",
        at: start)
    }
    let counts = text == nil ? try require(lengths, "counts", from: start) : []
    do throws(InstanceShapeError) {
      return if let text {
        try PixelRuns(width: width, height: height, compressed: text)
      } else {
        try PixelRuns(width: width, height: height, lengths: counts)
      }
    } catch {
      throw fault(got: error.got, expected: error.expected, at: start)
    }
  }
}
