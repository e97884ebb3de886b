/// The entries of a file of COCO's instance annotations as they are stated, in the order of the file.
struct InstanceRecords {
  /// No image is larger; Imaging decodes none that is.
  private static let pixelLimit = 1 << 28

  /// The shape of one annotation is read as a whole, and no shape of such an image needs as much.
  private static let byteLimit = 1 << 26

  var images: [InstanceIndex.Image] = []
  var categories: [InstanceIndex.Category] = []

  /// The annotations; as read, the category of each is a position in ``categoryIDs``.
  var annotations: [InstanceIndex.Annotation] = []

  /// The ids of the categories of which there are annotations.
  private(set) var categoryIDs: [Int] = []

  let keys: AnnotationKeys

  private var positionsOfCategories: [Int: UInt16] = [:]

  /// Reads the entries in one pass over the file.
  ///
  /// - Throws: ``DatasetError`` where the file cannot be read, is no JSON, or lacks a key.
  init(reading file: ByteFile, keys: AnnotationKeys) throws(DatasetError) {
    self.keys = keys
    var scanner = JSONScanner(file, format: keys.format)
    let lists: Set = ["images", keys.annotations, "categories"]
    var missing = lists
    try scanner.readObject { scanner, key throws(DatasetError) in
      guard !lists.contains(key) || missing.remove(key) != nil else {
        throw scanner.fault(got: "a second `\(key)`", expected: "one")
      }
      switch key {
      case "images":
        try scanner.readArray { scanner throws(DatasetError) in try readImage(&scanner) }
      case "categories":
        try scanner.readArray { scanner throws(DatasetError) in try readCategory(&scanner) }
      case keys.annotations:
        try scanner.readArray { scanner throws(DatasetError) in try readAnnotation(&scanner) }
      default:
        try scanner.skipValue()
      }
    }
    try scanner.readEnd()
    if let key = missing.min() {
      throw scanner.fault(
        got: "no `\(key)`", expected: "a file such as \(keys.example)", at: 0)
    }
  }

  private mutating func readImage(_ scanner: inout JSONScanner) throws(DatasetError) {
    try scanner.skipWhitespace()
    let start = scanner.offset
    var (id, width, height): (Int?, Int?, Int?)
    var (path, split): (String?, String?)
    try scanner.readObject { scanner, key throws(DatasetError) in
      switch key {
      case keys.imageID: try scanner.readInteger(key, into: &id)
      case "width": try scanner.readInteger(key, into: &width)
      case "height": try scanner.readInteger(key, into: &height)
      case "file_name": try scanner.readString(key, into: &path)
      case keys.split: try scanner.readString(key, into: &split)
      default: try scanner.skipValue()
      }
    }
    let imageID = try scanner.require(id, keys.imageID, from: start)
    scanner.subject = ("image", imageID)
    let file = try scanner.require(path, "file_name", from: start)
    let columns = try scanner.require(width, "width", from: start)
    let rows = try scanner.require(height, "height", from: start)
    guard columns > 0, rows > 0, columns <= Self.pixelLimit / rows else {
      throw scanner.fault(
        got: "\(columns) × \(rows) pixels", expected: "1 to \(Self.pixelLimit) pixels", at: start)
    }
    if let key = keys.split { _ = try scanner.require(split, key, from: start) }
    guard
      let image = InstanceIndex.Image(
        id: imageID, path: file, width: columns, height: rows, split: split)
    else {
      throw scanner.fault(
        got: "the file name \(file.debugDescription)",
        expected: "the path of a file below the folder of images", at: start)
    }
    images.append(image)
    scanner.subject = nil
  }

  private mutating func readCategory(_ scanner: inout JSONScanner) throws(DatasetError) {
    try scanner.skipWhitespace()
    let start = scanner.offset
    var id: Int?
    var name: String?
    try scanner.readObject { scanner, key throws(DatasetError) in
      switch key {
      case keys.categoryID: try scanner.readInteger(key, into: &id)
      case "name": try scanner.readString(key, into: &name)
      default: try scanner.skipValue()
      }
    }
    categories.append(
      InstanceIndex.Category(
        id: try scanner.require(id, keys.categoryID, from: start),
        name: try scanner.require(name, "name", from: start)))
  }

  private mutating func readAnnotation(_ scanner: inout JSONScanner) throws(DatasetError) {
    try scanner.skipWhitespace()
    let start = scanner.offset
    var (id, imageID, categoryID, crowd): (Int?, Int?, Int?, Int?)
    var shape: Range<Int>?
    try scanner.readObject { scanner, key throws(DatasetError) in
      switch key {
      case "id": try scanner.readInteger(key, into: &id)
      case "image_id": try scanner.readInteger(key, into: &imageID)
      case "category_id": try scanner.readInteger(key, into: &categoryID)
      case "iscrowd": try scanner.readInteger(key, into: &crowd)
      case "segmentation": shape = try scanner.skipValue()
      default: try scanner.skipValue()
      }
    }
    scanner.subject = ("annotation", try scanner.require(id, "id", from: start))
    _ = try scanner.require(shape, "segmentation", from: start)
    let isCrowd =
      try keys.requiresCrowds ? scanner.require(crowd, "iscrowd", from: start) : crowd ?? 0
    guard [0, 1].contains(isCrowd) else {
      throw scanner.fault(got: "the `iscrowd` \(isCrowd)", expected: "0 or 1", at: start)
    }
    guard scanner.offset - start <= Self.byteLimit else {
      throw scanner.fault(
        got: "\(scanner.offset - start) bytes", expected: "at most \(Self.byteLimit)", at: start)
    }
    let category = try scanner.require(categoryID, "category_id", from: start)
    annotations.append(
      InstanceIndex.Annotation(
        imageID: try scanner.require(imageID, "image_id", from: start), start: start,
        length: UInt32(scanner.offset - start), category: try position(of: category, scanner),
        isCrowd: isCrowd == 1))
    scanner.subject = nil
  }

  private mutating func position(
    of category: Int, _ scanner: borrowing JSONScanner
  ) throws(DatasetError) -> UInt16 {
    if let position = positionsOfCategories[category] { return position }
    guard let position = UInt16(exactly: categoryIDs.count) else {
      throw scanner.fault(got: "more than 65536 categories", expected: "fewer")
    }
    positionsOfCategories[category] = position
    categoryIDs.append(category)
    return position
  }
}
