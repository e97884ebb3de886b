/// The releases of Pillow between which the bytes of a resized picture changed.
///
/// The order of the two passes matters because samples are rounded in between: pixels differ by up
/// to a few units, in pictures that lose much height.
public enum PillowRelease: String, Sendable, CaseIterable {
  /// Up to 12.3: rows always come first. Published numbers were made with one of these.
  case pillow12 = "pillow-12"

  /// From 13.0: columns come first where the picture loses height, and more than twice as many
  /// pixels of it as of width.
  case pillow13 = "pillow-13"

  /// Whether columns are resized before rows, by the pixels that each side loses, negative where it
  /// grows.
  func startsWithColumns(widthLoss: Int, heightLoss: Int) -> Bool {
    self == .pillow13 && heightLoss > 0 && heightLoss > 2 * widthLoss
  }
}
