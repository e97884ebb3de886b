/// How many pixels share one pair of a JPEG's colour samples.
///
/// The raw values are the usual names. Photographs mostly have 4:2:0.
public enum ChromaSubsampling: String, Sendable, CaseIterable {
  /// Every pixel has its own.
  case none = "4:4:4"

  /// Two pixels side by side.
  case horizontal = "4:2:2"

  /// Two pixels one above the other.
  case vertical = "4:4:0"

  /// Two by two pixels.
  case both = "4:2:0"

  /// Four pixels side by side.
  case fourfold = "4:1:1"

  /// The pixels that share a sample.
  var pixelsPerSample: (horizontal: Int, vertical: Int) {
    switch self {
    case .none: (1, 1)
    case .horizontal: (2, 1)
    case .vertical: (1, 2)
    case .both: (2, 2)
    case .fourfold: (4, 1)
    }
  }
}
