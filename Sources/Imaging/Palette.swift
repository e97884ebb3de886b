/// The colours in which labels are drawn, one for each label from 0.
public struct Palette: Sendable, Equatable {
  /// A colour of 8 bits a primary.
  public struct Colour: Sendable, Hashable {
    /// The red primary.
    public var red: UInt8

    /// The green primary.
    public var green: UInt8

    /// The blue primary.
    public var blue: UInt8

    /// Creates a colour from its primaries.
    public init(red: UInt8, green: UInt8, blue: UInt8) {
      self.red = red
      self.green = green
      self.blue = blue
    }
  }

  /// The colours, that of label 0 first.
  public let colours: [Colour]

  /// Creates a palette of the given colours.
  ///
  /// - Precondition: there is at least one.
  public init(_ colours: [Colour]) {
    precondition(!colours.isEmpty, "A palette of 0 colours draws nothing")
    self.colours = colours
  }
}
