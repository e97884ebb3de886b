import Foundation

/// A file of annotations: what lies where in it, and the shapes, which are read when asked for.
struct AnnotationFile: Sendable {
  /// What lies where.
  let index: InstanceIndex

  private let bytes: ByteFile
  private let keys: AnnotationKeys

  /// Where the file lies.
  var url: URL { bytes.url }

  /// Reads the index of a file in one pass.
  ///
  /// - Throws: ``DatasetError`` where the file cannot be read, is no JSON, lacks a key, states an id
  ///   twice, or has an annotation of an unknown image or category.
  /// - Complexity: O(bytes) time; memory for a piece of the file, 24 bytes an annotation and about 100
  ///   bytes an image.
  init(contentsOf url: URL, keys: AnnotationKeys) throws(DatasetError) {
    bytes = try ByteFile(url)
    self.keys = keys
    var records = try InstanceRecords(reading: bytes, keys: keys)
    try records.putInOrder(of: url)
    index = InstanceIndex(
      images: records.images, categories: records.categories, annotations: records.annotations)
  }

  /// The image of a sample.
  ///
  /// - Throws: ``DatasetError/unknownSample(_:dataset:split:suggestion:)``.
  func image(named name: String) throws(DatasetError) -> InstanceIndex.Image {
    guard let image = index.image(named: name) else {
      throw .unknownSample(name, dataset: url.lastPathComponent, split: nil, suggestion: nil)
    }
    return image
  }

  /// Adds the pixels of an annotation to a mask of its image's size.
  ///
  /// - Throws: ``DatasetError`` with the annotation's id and the byte where the shape is none, or not of
  ///   that size.
  func fill(
    _ mask: inout PixelMask, with annotation: InstanceIndex.Annotation
  ) throws(DatasetError) {
    let (id, range) = try members(of: annotation)
    var scanner = JSONScanner(bytes, range: range, format: keys.format)
    scanner.subject = ("annotation", id)
    let shape = try scanner.readShape(width: mask.width, height: mask.height)
    try scanner.readEnd()
    do throws(InstanceShapeError) {
      try mask.fill(shape)
    } catch {
      throw scanner.fault(got: error.got, expected: error.expected, at: range.lowerBound)
    }
  }

  /// The id of an annotation, which stands behind the shape and which its errors name, and where the
  /// shape lies.
  private func members(
    of annotation: InstanceIndex.Annotation
  ) throws(DatasetError) -> (id: Int, shape: Range<Int>) {
    var scanner = JSONScanner(bytes, range: annotation.bytes, format: keys.format)
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
