/// For each pixel along a resized axis, the source pixels that count and their weights.
///
/// Output pixel i is centred at `(i + ½)·scale` of the source, scale = source / target; its window
/// reaches `support · max(scale, 1)` to either side and is cut at the borders. The weights are
/// normalised in Double and then rounded, half away from zero, to fixed point: that is Pillow's
/// arithmetic for 8 bits.
struct ResamplingWindows {
  /// The bits behind the point: 32 less 8 for a sample and 2 for sign and overshoot.
  static let fractionBits: Int32 = 22

  /// What a sum of weighted samples starts with, so that dropping its fraction rounds to the
  /// nearest.
  static let half: Int32 = 1 << (fractionBits - 1)

  /// The first source pixel of each window.
  private(set) var starts: [Int] = []

  /// Where each window's weights start in ``weights``, and their end.
  private(set) var bounds: [Int] = [0]

  /// The weights of all windows, one behind the other.
  private(set) var weights: [Int32] = []

  init(from sourceCount: Int, to targetCount: Int, filter: ResamplingFilter) {
    let scale = Double(sourceCount) / Double(targetCount)
    let stretch = max(scale, 1)
    let support = filter.support * stretch
    let inverseStretch = 1 / stretch
    for target in 0..<targetCount {
      let centre = (Double(target) + 0.5) * scale
      let start = max(Int(centre - support + 0.5), 0)
      let end = min(Int(centre + support + 0.5), sourceCount)
      let exact = (start..<end).map {
        filter.weight(at: (Double($0) - centre + 0.5) * inverseStretch)
      }
      let sum = exact.reduce(0, +)
      starts.append(start)
      weights += exact.map { Self.fixedPoint($0 / sum) }
      bounds.append(weights.count)
    }
  }

  /// The 8-bit sample of a sum of weighted samples; overshoot is cut off.
  static func sample(of sum: Int32) -> UInt8 {
    UInt8(truncatingIfNeeded: min(max(sum >> fractionBits, 0), 255))
  }

  private static func fixedPoint(_ weight: Double) -> Int32 {
    Int32((weight * Double(1 << fractionBits)).rounded(.toNearestOrAwayFromZero))
  }
}
