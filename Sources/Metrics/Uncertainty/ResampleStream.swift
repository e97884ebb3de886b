/// The random numbers of one resample: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), started from
/// the seed and the number of the resample.
///
/// Every resample has its own numbers, whoever computes it and when.
package struct ResampleStream: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64, resample: Int) {
    state = Self.mixed(seed &+ Self.mixed(UInt64(resample) &+ Self.increment))
  }

  private static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// The next 64 random bits.
  package mutating func next() -> UInt64 {
    state &+= Self.increment
    return Self.mixed(state)
  }

  /// A number from 0 to below a bound, each as likely (Lemire, "Fast random integer generation in an
  /// interval", 2019).
  package mutating func number(below bound: Int) -> Int {
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let least = (0 &- bound) % bound
      while product.low < least { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }
}
