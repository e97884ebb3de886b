/// Smooth noise from hashed lattice points, made of integer and basic IEEE arithmetic only, so that it
/// is the same on every machine.
enum LatticeNoise {
  /// A 64-bit number whose every bit depends on every bit of `value` (the finaliser of SplitMix64).
  static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// The number in `[0, 1)` that belongs to a lattice point.
  static func value(_ column: Int, _ row: Int, seed: UInt64) -> Double {
    let place =
      UInt64(bitPattern: Int64(column)) &* 0x9E37_79B9_7F4A_7C15
      ^ UInt64(bitPattern: Int64(row)) &* 0xC2B2_AE3D_27D4_EB4F
    return Double(mixed(place ^ seed) >> 11) * 0x1p-53
  }

  /// The noise in `[0, 1)` at a place between lattice points, blended with a cubic ease.
  static func smooth(_ x: Double, _ y: Double, seed: UInt64) -> Double {
    let left = x.rounded(.down)
    let top = y.rounded(.down)
    let column = Int(left)
    let row = Int(top)
    let across = eased(x - left)
    let down = eased(y - top)
    let upper = blend(
      value(column, row, seed: seed), value(column + 1, row, seed: seed), across)
    let lower = blend(
      value(column, row + 1, seed: seed), value(column + 1, row + 1, seed: seed), across)
    return blend(upper, lower, down)
  }

  /// Two octaves of ``smooth(_:_:seed:)``, stretched to use most of 0…1.
  static func fractal(_ x: Double, _ y: Double, seed: UInt64) -> Double {
    let noise = 0.65 * smooth(x, y, seed: seed) + 0.35 * smooth(2 * x, 2 * y, seed: mixed(seed))
    return min(max(0.5 + (noise - 0.5) * 1.6, 0), 1)
  }

  private static func eased(_ share: Double) -> Double {
    share * share * (3 - 2 * share)
  }

  private static func blend(_ first: Double, _ second: Double, _ share: Double) -> Double {
    first + (second - first) * share
  }
}
