/// A colour by its red, green and blue parts, 0 (none) to 255 (full); parts may leave that range
/// until a pixel is stored.
public struct Colour: Sendable, Equatable {
  /// The red part.
  public var red: Double

  /// The green part.
  public var green: Double

  /// The blue part.
  public var blue: Double

  /// Creates a colour from its parts.
  public init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Creates a colour from the usual six hexadecimal digits, as in `0xFFCC00`.
  public init(_ hexadecimal: UInt32) {
    self.init(
      red: Double(hexadecimal >> 16 & 0xFF),
      green: Double(hexadecimal >> 8 & 0xFF),
      blue: Double(hexadecimal & 0xFF))
  }

  /// The colour with every part multiplied by `factor`.
  func scaled(by factor: Double) -> Colour {
    Colour(red: red * factor, green: green * factor, blue: blue * factor)
  }

  /// The sum of two colours, part by part.
  static func + (first: Colour, second: Colour) -> Colour {
    Colour(
      red: first.red + second.red, green: first.green + second.green,
      blue: first.blue + second.blue)
  }

  /// The colour `share` of the way to `other`; 0 gives this colour, 1 the other.
  func mixed(with other: Colour, share: Double) -> Colour {
    Colour(
      red: red + (other.red - red) * share,
      green: green + (other.green - green) * share,
      blue: blue + (other.blue - blue) * share)
  }
}
