/// Divides images into halves by their names alone: neither their order nor a selection moves one.
public enum ImageFold {
  /// The half of an image, 0 or 1: the parity of the bits of its name's FNV-1a hash, 64 bits.
  public static func ofImage(named id: String) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash.nonzeroBitCount % ExplanationTally.foldCount
  }
}
