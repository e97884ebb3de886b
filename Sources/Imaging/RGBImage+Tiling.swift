extension RGBImage {
  /// Lays pictures of one size in rows, with white between them.
  ///
  /// - Parameters:
  ///   - rows: The pictures, row by row from the top.
  ///   - gap: The pixels between two pictures.
  /// - Precondition: there is a picture, rows are of one length, pictures of one size, and the gap is
  ///   not negative.
  public init(tiling rows: [[RGBImage]], gap: Int) {
    guard let tile = rows.first?.first else { preconditionFailure("No pictures tile nothing") }
    let columns = rows[0].count
    precondition(gap >= 0, "A gap of \(gap) pixels")
    precondition(
      rows.allSatisfy { $0.count == columns },
      "Rows of \(rows.map(\.count)) pictures tile no rectangle")
    let sizes = rows.joined().map { [$0.width, $0.height] }
    precondition(
      sizes.allSatisfy { $0 == [tile.width, tile.height] },
      "Pictures of different sizes tile no rectangle: \(sizes)")
    let width = columns * (tile.width + gap) - gap
    let height = rows.count * (tile.height + gap) - gap
    var samples: [UInt8] = []
    samples.reserveCapacity(width * height * 3)
    for (number, pictures) in rows.enumerated() {
      if number > 0 { samples.append(contentsOf: repeatElement(255, count: gap * width * 3)) }
      for row in 0..<tile.height {
        for (column, picture) in pictures.enumerated() {
          if column > 0 { samples.append(contentsOf: repeatElement(255, count: gap * 3)) }
          samples += picture.samples[row * tile.width * 3..<(row + 1) * tile.width * 3]
        }
      }
    }
    self.init(width: width, height: height, samples: samples)
  }
}
