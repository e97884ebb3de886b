import Imaging

extension RGBImage {
  /// A picture of random samples.
  static func random(
    width: Int, height: Int, using generator: inout some RandomNumberGenerator
  ) -> RGBImage {
    RGBImage(
      width: width, height: height,
      samples: (0..<width * height * 3).map { _ in .random(in: 0...255, using: &generator) })
  }
}
