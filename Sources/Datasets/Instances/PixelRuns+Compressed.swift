extension PixelRuns {
  /// Reads runs in the compressed form of COCO's tools.
  ///
  /// A length is written as the characters from `0` on, six bits each: five bits of the number, lowest
  /// first, and 32 where another character follows. The number's highest bit is its sign, as in two's
  /// complement. From the fourth number on, each is the difference to the one two before.
  ///
  /// - Throws: ``InstanceShapeError`` where the text is cut off, holds other characters, or its runs
  ///   do not fill the image.
  public init(width: Int, height: Int, compressed text: String) throws(InstanceShapeError) {
    var lengths: [Int] = []
    var number = 0
    var shift = 0
    for byte in text.utf8 {
      guard (Self.firstCharacter..<(Self.firstCharacter + 64)).contains(byte) else {
        throw InstanceShapeError(
          got: "the character \(String(Unicode.Scalar(byte)).debugDescription) in runs",
          expected: "characters from 0 to o")
      }
      let bits = Int(byte - Self.firstCharacter)
      // Seven characters hold 35 bits, more than any image has pixels.
      guard shift < 35 else {
        throw InstanceShapeError(
          got: "a run length of more than 7 characters", expected: "one that fits an image")
      }
      number |= (bits & 0x1F) << shift
      shift += 5
      guard bits & 0x20 == 0 else { continue }
      if bits & 0x10 != 0 { number -= 1 << shift }
      lengths.append(lengths.count < 3 ? number : number + lengths[lengths.count - 2])
      (number, shift) = (0, 0)
    }
    guard shift == 0 else {
      throw InstanceShapeError(
        got: "runs that end within a number", expected: "a last character without continuation")
    }
    try self.init(width: width, height: height, lengths: lengths)
  }

  private static let firstCharacter = UInt8(ascii: "0")
}
