/// One annotation of COCO's instances files.
struct COCOAnnotation: Encodable {
  /// Where a thing is.
  enum Segmentation {
    /// The corners of polygons, whose union it is.
    case polygons([[(x: Int, y: Int)]])

    /// The lengths of the runs down the columns of a picture, in turn outside and inside.
    case columnRuns([Int], width: Int, height: Int)
  }

  let id: Int
  let imageID: Int
  let categoryID: Int
  let isCrowd: Bool
  let segmentation: Segmentation
  let area: Int

  /// The left column, the upper row, the number of columns, and that of rows.
  let box: [Int]

  /// Annotates pixels: those of a crowd by runs, others by polygons.
  ///
  /// - Precondition: there are any.
  init(id: Int, imageID: Int, categoryID: Int, isCrowd: Bool, pixels: PixelSet) {
    guard let (columns, rows) = pixels.bounds else {
      preconditionFailure("An annotation of no pixels")
    }
    self.id = id
    self.imageID = imageID
    self.categoryID = categoryID
    self.isCrowd = isCrowd
    segmentation =
      isCrowd
      ? .columnRuns(pixels.columnRuns, width: pixels.width, height: pixels.height)
      : .polygons(pixels.pieces.map(\.outline))
    area = pixels.count
    box = [columns.lowerBound, rows.lowerBound, columns.count, rows.count]
  }

  private enum CodingKeys: String, CodingKey {
    case id
    case imageID = "image_id"
    case categoryID = "category_id"
    case isCrowd = "iscrowd"
    case segmentation
    case area
    case box = "bbox"
  }

  private enum RunKeys: String, CodingKey {
    case counts
    case size
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(imageID, forKey: .imageID)
    try container.encode(categoryID, forKey: .categoryID)
    try container.encode(isCrowd ? 1 : 0, forKey: .isCrowd)
    try container.encode(area, forKey: .area)
    try container.encode(box, forKey: .box)
    switch segmentation {
    case .polygons(let polygons):
      try container.encode(
        polygons.map { $0.flatMap { [$0.x, $0.y] } }, forKey: .segmentation)
    case .columnRuns(let counts, let width, let height):
      var runs = container.nestedContainer(keyedBy: RunKeys.self, forKey: .segmentation)
      try runs.encode(counts, forKey: .counts)
      try runs.encode([height, width], forKey: .size)
    }
  }
}
