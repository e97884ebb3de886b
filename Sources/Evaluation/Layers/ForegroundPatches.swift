import Datasets

/// The patches that show a class.
struct ForegroundPatches: Equatable {
  /// Whether each patch shows the class, row by row.
  let isForeground: [Bool]

  /// Takes the patches at least half of whose pixels are inside a region, void pixels not counted.
  ///
  /// The image is squashed to the network's input, so that a patch is a rectangle of the image: a pixel
  /// belongs to the patch that its centre lies in. A patch without a pixel shows nothing.
  init(of region: ClassRegion, rows: Int, columns: Int) {
    let (width, height) = (region.inside.width, region.inside.height)
    var counts = [(inside: Int, known: Int)](repeating: (0, 0), count: rows * columns)
    let columnOfPixel = (0..<width).map { (2 * $0 + 1) * columns / (2 * width) }
    for y in 0..<height {
      let row = (2 * y + 1) * rows / (2 * height)
      for x in 0..<width where !region.void.pixels[y * width + x] {
        let patch = row * columns + columnOfPixel[x]
        counts[patch].known += 1
        if region.inside.pixels[y * width + x] { counts[patch].inside += 1 }
      }
    }
    isForeground = counts.map { $0.inside > 0 && 2 * $0.inside >= $0.known }
  }

  /// The number of patches that show the class.
  var count: Int { isForeground.count(where: \.self) }

  /// Whether some patch shows the class and some does not.
  var hasBothSides: Bool { count > 0 && count < isForeground.count }
}
