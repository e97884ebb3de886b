/// The shape of the window through which a picture is resized, as Pillow defines it.
///
/// Shrinking widens the window with the scale, so that every source pixel counts. `PyTorch`'s
/// `F.interpolate` does not do so: it is another function and lives with the tensors.
public enum ResamplingFilter: String, Sendable, CaseIterable {
  /// A triangle: linear interpolation where the picture grows.
  case bilinear

  /// Keys' cubic with a = −0.5 (1981); OpenCV's has −0.75.
  case bicubic

  /// The distance in pixels beyond which the weight is zero.
  var support: Double {
    switch self {
    case .bilinear: 1
    case .bicubic: 2
    }
  }

  /// The weight at a distance from the window's centre.
  ///
  /// The terms stand in the order of Pillow's, for another order would round otherwise.
  func weight(at distance: Double) -> Double {
    let x = abs(distance)
    switch self {
    case .bilinear:
      return x < 1 ? 1 - x : 0
    case .bicubic:
      let a = -0.5
      if x < 1 { return ((a + 2) * x - (a + 3)) * x * x + 1 }
      if x < 2 { return (((x - 5) * x + 8) * x - 4) * a }
      return 0
    }
  }
}
