import Foundation

extension MATLABFile {
  /// The bytes of the header: a text, a version and the mark of the byte order.
  static let headerSize = 128

  /// What a person does with a file of another version.
  private static let advice =
    "one of version 5 to 7; save it again from MATLAB with `save(…, '-v7')`"

  /// The byte order of a file of the versions that are read.
  static func byteOrder(of data: Data) throws(MATLABFault) -> MATLABByteOrder {
    let header = Array(data.prefix(headerSize))
    // Version 4 begins with a variable's type, of which some byte is 0, as none is in the text of
    // later versions, and with the length of its name, which is not.
    if header.count >= 20, header[..<4].contains(0), header[16..<20].contains(where: { $0 > 0 }) {
      throw MATLABFault(got: "a MAT-file of version 4", expected: advice)
    }
    let mark = String(decoding: header.suffix(2), as: UTF8.self)
    guard header.count == headerSize, ["IM", "MI"].contains(mark) else {
      throw MATLABFault(got: Self.description(ofStart: header), expected: advice)
    }
    let order = mark == "IM" ? MATLABByteOrder.littleEndian : .bigEndian
    switch order.number(at: 124, width: 2, in: header.span) {
    case 0x0100: return order
    case 0x0200:
      throw MATLABFault(got: "a MAT-file of version 7.3, which is HDF5", expected: advice)
    case let version:
      throw MATLABFault(got: "a MAT-file of the unknown version \(version)", expected: advice)
    }
  }

  private static func description(ofStart bytes: [UInt8]) -> String {
    if bytes.starts(with: [0x89] + Array("HDF".utf8)) { return "an HDF5 file, as of version 7.3" }
    guard !bytes.isEmpty else { return "no bytes" }
    let start = bytes.prefix(8).map {
      ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true)
    }
    return "a file that starts with \(start.joined(separator: " "))"
  }
}
