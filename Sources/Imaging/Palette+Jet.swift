extension Palette {
  /// Jet: 256 colours from dark blue over cyan, yellow and red to dark red.
  ///
  /// Each primary rises by 4 a colour to 255, stays, and falls by 4. The numbers are OpenCV's, but for
  /// one primary that differs by 1 (the blue of colour 159), so that pictures compare with those of the
  /// released code of CLIP Surgery.
  public static let jet = Palette(
    (0..<256).map { level in
      func primary(from start: Int, to end: Int) -> UInt8 {
        UInt8(min(max(min(4 * level - start, end - 4 * level), 0), 255))
      }
      return Colour(
        red: primary(from: 382, to: 1148), green: primary(from: 128, to: 892),
        blue: primary(from: -128, to: 638))
    })
}
