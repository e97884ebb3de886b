/// The places of a tensor's elements in their storage, counted from the first, in row-major order.
struct StridedPlaces: Sequence, IteratorProtocol {
  /// How many places there are.
  let count: Int

  private let axes: [(extent: Int, stride: Int)]
  private var index: [Int]
  private var place = 0
  private var passed = 0

  /// Counts through axes, the slowest first.
  init(axes: [(extent: Int, stride: Int)]) {
    self.axes = axes
    index = axes.map { _ in 0 }
    count = axes.contains { $0.extent == 0 } ? 0 : axes.reduce(1) { $0 * $1.extent }
  }

  mutating func next() -> Int? {
    guard passed < count else { return nil }
    defer { advance() }
    return place
  }

  private mutating func advance() {
    passed += 1
    for axis in axes.indices.reversed() {
      let (extent, stride) = axes[axis]
      guard index[axis] == extent - 1 else {
        index[axis] += 1
        place += stride
        return
      }
      place -= index[axis] * stride
      index[axis] = 0
    }
  }
}
