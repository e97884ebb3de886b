/// How a score from 0 to 1 is coloured.
public enum HeatPalette: String, Sendable, CaseIterable {
  /// From blue over green and yellow to red, as the figures of CLIP Surgery are drawn; bright bands in
  /// it look like edges that the scores do not have.
  case jet

  /// From dark violet over green to yellow, in equal steps of perceived lightness; legible without
  /// colour vision and in gray.
  case viridis

  /// The 256 colours, that of score 0 first.
  public var palette: Palette {
    switch self {
    case .jet: .jet
    case .viridis: .viridis
    }
  }
}
