/// The tag of an element: what follows it, and how many bytes of it.
///
/// Where the contents have four bytes or fewer they may share the tag's eight bytes: the upper half
/// of the first number, which is 0 otherwise, is then their length.
struct MATLABElement {
  /// An array.
  static let matrix: UInt32 = 14

  /// A packed element.
  static let packed: UInt32 = 15

  /// The bytes of a tag.
  static let tagSize = 8

  /// The code of what the element holds.
  let type: UInt32

  /// The bytes of its contents, without padding.
  let size: Int

  /// The contents, where they share the tag's bytes.
  private let inlineContents: [UInt8]?

  /// Whether the contents share the tag's bytes.
  var isShort: Bool { inlineContents != nil }

  /// Reads a tag.
  init(from bytes: inout MATLABBytes, order: MATLABByteOrder) throws(MATLABFault) {
    let tag = try bytes.next(Self.tagSize)
    let first = UInt32(truncatingIfNeeded: order.number(at: 0, width: 4, in: tag.span))
    let shortSize = Int(first >> 16)
    guard shortSize > 0 else {
      type = first
      size = Int(order.number(at: 4, width: 4, in: tag.span))
      inlineContents = nil
      return
    }
    guard shortSize <= 4 else {
      throw MATLABFault(got: "a short element of \(shortSize) bytes", expected: "at most 4")
    }
    type = first & 0xFFFF
    size = shortSize
    inlineContents = Array(tag[4..<4 + shortSize])
  }

  /// Reads the contents, and the padding to a multiple of eight bytes.
  func contents(from bytes: inout MATLABBytes) throws(MATLABFault) -> [UInt8] {
    if let inlineContents { return inlineContents }
    let contents = try bytes.next(size)
    // The last element of a file may lack its padding.
    _ = try bytes.next(min((8 - size % 8) % 8, bytes.remaining))
    return contents
  }
}
