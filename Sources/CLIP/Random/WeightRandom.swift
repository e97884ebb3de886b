/// The random numbers of one tensor: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), started from a
/// seed and the tensor's name, so that a tensor does not depend on those made before it.
///
/// Everything is whole numbers until the last step, so that a seed gives the same bits on every machine.
struct WeightRandom {
  private var state: UInt64

  init(seed: UInt64, name: String) {
    // FNV-1a over the bytes of the name.
    state = name.utf8.reduce(0xCBF2_9CE4_8422_2325 ^ Self.mixed(seed)) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
    }
  }

  /// Numbers of mean zero and variance one, none beyond ±3.5.
  ///
  /// Each is the sum of four even ones, which is close to normal; weights need no more.
  mutating func numbers(_ count: Int) -> [Float] {
    // Four numbers of 0 … 65,535 have the mean 131,070 and the variance (65,536² − 1) / 3.
    let factor: Float = 1 / ((65_536.0 * 65_536.0 - 1) / 3).squareRoot()
    return (0..<count).map { _ in
      let bits = next()
      let sum =
        (bits & 0xFFFF) + (bits >> 16 & 0xFFFF) + (bits >> 32 & 0xFFFF) + (bits >> 48)
      return Float(Int32(truncatingIfNeeded: sum) - 131_070) * factor
    }
  }

  /// Some different whole numbers below `bound`, in rising order.
  ///
  /// - Precondition: there are so many.
  mutating func choices(_ count: Int, below bound: Int) -> [Int] {
    precondition(count <= bound, "There are no \(count) numbers below \(bound)")
    var chosen: Set<Int> = []
    while chosen.count < count { chosen.insert(Int(next() % UInt64(bound))) }
    return chosen.sorted()
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  private static func mixed(_ bits: UInt64) -> UInt64 {
    var mixed = bits
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
