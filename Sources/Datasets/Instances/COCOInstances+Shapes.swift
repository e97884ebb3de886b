extension COCOInstances {
  /// Adds the pixels of an annotation to a mask of its image's size.
  func fill(
    _ mask: inout PixelMask, with annotation: InstanceIndex.Annotation
  ) throws(DatasetError) {
    let (id, bytes) = try members(of: annotation)
    var scanner = JSONScanner(source, range: bytes, format: InstanceRecords.format)
    scanner.subject = ("annotation", id)
    let shape = try scanner.readShape(width: mask.width, height: mask.height)
    try scanner.readEnd()
    do throws(InstanceShapeError) {
      try mask.fill(shape)
    } catch {
      throw scanner.fault(got: error.got, expected: error.expected, at: bytes.lowerBound)
    }
  }

  /// The id of an annotation, which stands behind the shape and which its errors name, and where the
  /// shape lies.
  private func members(
    of annotation: InstanceIndex.Annotation
  ) throws(DatasetError) -> (id: Int, shape: Range<Int>) {
    var scanner = JSONScanner(source, range: annotation.bytes, format: InstanceRecords.format)
    var id: Int?
    var shape: Range<Int>?
    try scanner.readObject { scanner, key throws(DatasetError) in
      switch key {
      case "id": try scanner.readInteger(key, into: &id)
      case "segmentation": shape = try scanner.skipValue()
      default: try scanner.skipValue()
      }
    }
    return (
      try scanner.require(id, "id", from: annotation.start),
      try scanner.require(shape, "segmentation", from: annotation.start)
    )
  }
}
