import Foundation

/// The standard normal distribution.
enum NormalDistribution {
  /// `Φ(z)`, the share below a value.
  static func cumulative(_ value: Double) -> Double {
    erfc(-value / 2.0.squareRoot()) / 2
  }

  /// `Φ⁻¹(p)`, the value below which a share lies; infinite for 0 and 1.
  ///
  /// Found by halving an interval until no number lies between its ends: as exact as
  /// ``cumulative(_:)``, and few quantiles are needed.
  static func quantile(_ share: Double) -> Double {
    precondition((0...1).contains(share), "\(share) is no share")
    if share > 0.5 { return -quantile(1 - share) }
    if share == 0 { return -.infinity }
    var (below, above) = (-40.0, 0.0)
    while true {
      let middle = (below + above) / 2
      guard middle > below && middle < above else { return above }
      if cumulative(middle) < share { below = middle } else { above = middle }
    }
  }
}
