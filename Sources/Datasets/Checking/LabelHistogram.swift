public import Imaging

/// How many pixels of how many label maps carry each value.
public struct LabelHistogram: Sendable, Equatable {
  /// How often one value occurs.
  public struct Count: Sendable, Equatable {
    /// The number of pixels that carry the value.
    public var pixels: Int64

    /// The number of label maps in which it occurs.
    public var maps: Int

    /// Creates a count.
    public init(pixels: Int64, maps: Int) {
      self.pixels = pixels
      self.maps = maps
    }
  }

  /// The counts of the values that occur.
  public private(set) var counts: [UInt16: Count] = [:]

  /// Creates a histogram of no pixels.
  public init() {}

  /// Counts the values of one label map.
  ///
  /// - Complexity: O(pixels), and the 65,536 possible values once.
  public init(of map: LabelMap) {
    let pixels = Self.pixels(of: map.labels)
    for value in pixels.indices where pixels[value] > 0 {
      counts[UInt16(value)] = Count(pixels: Int64(pixels[value]), maps: 1)
    }
  }

  /// Adds the counts of other label maps.
  public mutating func merge(_ other: LabelHistogram) {
    for (value, count) in other.counts {
      counts[value, default: Count(pixels: 0, maps: 0)].pixels += count.pixels
      counts[value, default: Count(pixels: 0, maps: 0)].maps += count.maps
    }
  }

  private static func pixels(of labels: [UInt16]) -> [Int] {
    var counts = [Int](repeating: 0, count: Int(UInt16.max) + 1)
    var cells = counts.mutableSpan
    let labels = labels.span
    // Neighbours mostly carry the same value, and adding to one cell at every pixel would wait for
    // its own last store: count a run in a register and store it where it ends.
    var runValue = 0
    var runLength = 0
    for pixel in 0..<labels.count {
      let value = Int(labels[pixel])
      if value != runValue {
        cells[runValue] += runLength
        runValue = value
        runLength = 0
      }
      runLength += 1
    }
    cells[runValue] += runLength
    return counts
  }
}
