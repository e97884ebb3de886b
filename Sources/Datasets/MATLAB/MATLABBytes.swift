import Foundation

/// The bytes of an element, read from the front: those of the file, or what they unpack to.
struct MATLABBytes: ~Copyable {
  /// How many are left to be read, or of packed ones may be.
  private(set) var remaining: Int

  private var plain: Data
  private var inflater: Inflater?

  /// Starts at the front of bytes as they are.
  init(_ plain: Data) {
    self.plain = plain
    remaining = plain.count
  }

  /// Starts at the front of what bytes unpack to.
  init(unpacking packed: Data) throws(MATLABFault) {
    plain = Data()
    inflater = try Inflater(packed)
    remaining = packed.count * Inflater.largestRatio
  }

  /// Reads the next bytes.
  ///
  /// No more than ``remaining`` are ever asked memory for, whatever a file declares.
  mutating func next(_ count: Int) throws(MATLABFault) -> [UInt8] {
    let left = remaining
    try limit(to: count)
    remaining = left - count
    guard inflater == nil else { return try inflater?.next(count) ?? [] }
    defer { plain = plain.dropFirst(count) }
    return Array(plain.prefix(count))
  }

  /// Leaves only the next bytes to be read.
  mutating func limit(to count: Int) throws(MATLABFault) {
    guard count <= remaining else {
      throw MATLABFault(
        got: "a length of \(count) bytes where at most \(remaining) are left",
        expected: "a whole file; copy or download it again")
    }
    remaining = count
  }

  /// Expects nothing to be left, and the checksum of packed bytes to be in order.
  mutating func finish() throws(MATLABFault) {
    guard remaining == 0 else {
      throw MATLABFault(got: "\(remaining) bytes behind the numbers", expected: "the numbers alone")
    }
    try inflater?.finish()
  }
}
