/// A set of pixels of a picture.
struct PixelSet: Equatable {
  /// The number of pixels in a row of the picture.
  let width: Int

  /// The number of rows of the picture.
  let height: Int

  /// Whether each pixel belongs to the set, `[height, width]`, row-major.
  private(set) var members: [Bool]

  /// Creates a set.
  ///
  /// - Precondition: there is an answer for each pixel.
  init(width: Int, height: Int, members: [Bool]) {
    precondition(
      members.count == width * height, "\(members.count) answers for \(width) × \(height) pixels")
    self.width = width
    self.height = height
    self.members = members
  }

  /// Creates the empty set.
  init(width: Int, height: Int) {
    self.init(
      width: width, height: height, members: Array(repeating: false, count: width * height))
  }

  /// Whether a pixel belongs to the set; none outside the picture does.
  subscript(column: Int, row: Int) -> Bool {
    get {
      (0..<width).contains(column) && (0..<height).contains(row) && members[row * width + column]
    }
    set { members[row * width + column] = newValue }
  }

  /// The number of pixels.
  var count: Int { members.count(where: \.self) }

  /// Adds the pixels of another set.
  ///
  /// - Precondition: both are of pictures of the same size.
  mutating func formUnion(_ other: PixelSet) {
    precondition(
      width == other.width && height == other.height,
      "\(width) × \(height) and \(other.width) × \(other.height) pixels")
    for place in members.indices where other.members[place] { members[place] = true }
  }

  /// The columns and rows that the set reaches; `nil` where it is empty.
  var bounds: (columns: Range<Int>, rows: Range<Int>)? {
    let columns = (0..<width).filter { column in (0..<height).contains { self[column, $0] } }
    let rows = (0..<height).filter { row in (0..<width).contains { self[$0, row] } }
    guard let left = columns.first, let right = columns.last, let top = rows.first,
      let bottom = rows.last
    else { return nil }
    return (left..<right + 1, top..<bottom + 1)
  }

  /// The lengths of the runs down the columns from the left one to the right one, in turn outside and
  /// inside the set: COCO's uncompressed run lengths, of which the first may be 0.
  var columnRuns: [Int] {
    var runs = [0]
    var isInside = false
    for column in 0..<width {
      for row in 0..<height {
        if self[column, row] != isInside {
          isInside.toggle()
          runs.append(0)
        }
        runs[runs.count - 1] += 1
      }
    }
    return runs
  }
}
