/// How a shape is painted: a pattern of two colours, in the scene's own pixels.
public struct Texture: Sendable, Equatable {
  /// The pattern.
  public var pattern: Pattern

  /// The colour that prevails.
  public var base: Colour

  /// The colour the pattern mixes in.
  public var accent: Colour

  /// The size of the pattern's cells in pixels.
  public var scale: Double

  /// Where the pattern starts.
  public var anchor: Point

  /// The seed of the pattern's irregularities.
  public var seed: UInt64

  /// The ways two colours may share a shape.
  public enum Pattern: Sendable, Equatable {
    /// The base colour alone.
    case plain

    /// From the base at the anchor to the accent one `scale` below it.
    case gradient

    /// Every cell its own mixture.
    case speckled

    /// Smooth spots, stretched by the given factors.
    case mottled(horizontal: Double, vertical: Double)

    /// Wide clouds of the accent colour.
    case cloudy

    /// Upright boards with gaps of the accent colour.
    case planks

    /// Flagstones with joints of the accent colour.
    case tiles

    /// Rows of windows of the accent colour, some of them lit.
    case windows
  }

  /// Creates a texture.
  public init(
    _ pattern: Pattern, base: Colour, accent: Colour, scale: Double, anchor: Point, seed: UInt64
  ) {
    self.pattern = pattern
    self.base = base
    self.accent = accent
    self.scale = scale
    self.anchor = anchor
    self.seed = seed
  }

  /// Creates a texture of one colour.
  public static func plain(_ colour: Colour) -> Texture {
    Texture(.plain, base: colour, accent: colour, scale: 1, anchor: Point(0, 0), seed: 0)
  }
}
