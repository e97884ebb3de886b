/// A 64-bit number that tells two sequences of bytes apart (FNV-1a).
struct Fingerprint: Equatable, CustomStringConvertible {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init(of bytes: some Sequence<UInt8>) {
    for byte in bytes {
      value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
  }

  /// Takes a fingerprint written down earlier.
  init(recorded value: UInt64) {
    self.value = value
  }

  var description: String { "0x" + String(value, radix: 16) }
}
