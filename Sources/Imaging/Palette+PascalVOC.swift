extension Palette {
  /// The 256 colours of the PASCAL VOC masks, label 255 a pale sand.
  public static let pascalVOC = Palette(pascalVOCColourCount: 256)

  /// The first colours of the rule by which the PASCAL VOC masks are painted.
  ///
  /// A label's bits are dealt in turn to red, green and blue and fill each primary from its most
  /// significant bit down, so that close labels get distant colours: bit 3i of the label is bit 7 −
  /// i of the red, bits 3i + 1 and 3i + 2 those of the green and the blue.
  public init(pascalVOCColourCount count: Int) {
    self.init(
      (0..<count).map { label in
        var colour = Colour(red: 0, green: 0, blue: 0)
        for bit in 0..<8 {
          let three = label >> (3 * bit)
          colour.red |= UInt8(three & 1) << (7 - bit)
          colour.green |= UInt8(three >> 1 & 1) << (7 - bit)
          colour.blue |= UInt8(three >> 2 & 1) << (7 - bit)
        }
        return colour
      })
  }
}
