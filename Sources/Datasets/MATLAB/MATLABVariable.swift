/// What the head of a variable says of it.
struct MATLABVariable {
  /// Its name; empty where it has none.
  let name: String

  /// What it is; `nil` where its code is unknown, and then it has neither a name nor dimensions.
  let arrayClass: MATLABArrayClass?

  /// Whether its numbers are complex.
  let isComplex: Bool

  /// Its extents; rows first, then columns.
  let dimensions: [Int]

  /// No variable has more dimensions, nor a longer name: a file that claims so is not read further.
  private static let dimensionLimit = 64
  private static let nameLimit = 1_024

  /// Reads the elements before the numbers: flags, dimensions and name.
  init(from bytes: inout MATLABBytes, order: MATLABByteOrder) throws(MATLABFault) {
    let flags = try Self.contents(
      ofType: MATLABStorage.uint32.rawValue, atMost: 8, called: "flags", from: &bytes, order: order)
    guard flags.count == 8 else {
      throw MATLABFault(got: "\(flags.count) bytes of flags", expected: "8")
    }
    let word = order.number(at: 0, width: 4, in: flags.span)
    isComplex = word & 0x0800 != 0
    arrayClass = MATLABArrayClass(rawValue: UInt8(truncatingIfNeeded: word))
    guard arrayClass != nil else {
      name = ""
      dimensions = []
      return
    }
    let extents = try Self.contents(
      ofType: MATLABStorage.int32.rawValue, atMost: 4 * Self.dimensionLimit, called: "dimensions",
      from: &bytes, order: order)
    dimensions = stride(from: 0, to: extents.count - extents.count % 4, by: 4).map { offset in
      Int(Int32(truncatingIfNeeded: order.number(at: offset, width: 4, in: extents.span)))
    }
    let name = try Self.contents(
      ofType: MATLABStorage.int8.rawValue, atMost: Self.nameLimit, called: "the name",
      from: &bytes, order: order)
    self.name = String(decoding: name, as: UTF8.self)
  }

  private static func contents(
    ofType type: UInt32, atMost limit: Int, called name: String, from bytes: inout MATLABBytes,
    order: MATLABByteOrder
  ) throws(MATLABFault) -> [UInt8] {
    let element = try MATLABElement(from: &bytes, order: order)
    guard element.type == type, element.size <= limit else {
      throw MATLABFault(
        got: "\(element.size) bytes of type \(element.type) where \(name) should be",
        expected: "at most \(limit) of type \(type)")
    }
    return try element.contents(from: &bytes)
  }
}
