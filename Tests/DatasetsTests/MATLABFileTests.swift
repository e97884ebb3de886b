import Foundation
import Imaging
import TestSupport
import Testing

@testable import Datasets

@Suite("MATLABFile")
struct MATLABFileTests {
  private let folder: TemporaryFolder
  private let writer = MATLABWriter()

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Reads the variable `S` of a file.
  private func labelMap(_ contents: Data, named name: String = "S") throws -> LabelMap {
    try MATLABFile(contentsOf: folder.write(contents, to: "a.mat")).labelMap(named: name)
  }

  private func labelMap(base64 text: String) throws -> LabelMap {
    try labelMap(#require(Data(base64Encoded: text)))
  }

  /// Expects a file to be refused with what was found and what was expected.
  private func expectFault(
    _ expected: String, in contents: Data, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: DatasetError.self, sourceLocation: sourceLocation) {
      try labelMap(contents)
    }
    #expect(folder.relative(error?.description ?? "") == expected, sourceLocation: sourceLocation)
  }

  // Sound files.

  @Test(
    "reads what SciPy wrote, of every class of numbers, packed and not, first and behind others",
    arguments: MATLABFixtures.sameLabels.keys.sorted())
  func sameLabels(kind: String) throws {
    let map = try labelMap(base64: #require(MATLABFixtures.sameLabels[kind]))
    #expect(map == LabelMap(width: 5, height: 3, labels: (0..<15).map { $0 * 31 % 460 }))
  }

  @Test("reads bytes, and numbers that share the tag's eight bytes")
  func bytes() throws {
    let map = try labelMap(base64: MATLABFixtures.uint8)
    #expect(map.labels == (0..<15).map { UInt16(UInt8(truncatingIfNeeded: $0 * 31 % 460) / 2) })
    #expect(
      try labelMap(base64: MATLABFixtures.small)
        == LabelMap(width: 2, height: 2, labels: [1, 2, 3, 4]))
  }

  @Test(
    "reads doubles that MATLAB narrowed to bytes, also from a machine with the other byte order")
  func narrowed() throws {
    for writer in [MATLABWriter(), MATLABWriter(isBigEndian: true)] {
      let doubles = writer.matrix(
        "S", class: 6, dimensions: [2, 3], numbers: [1, 4, 2, 5, 3, 6])
      #expect(try labelMap(writer.file(doubles)).labels == [1, 2, 3, 4, 5, 6])
      #expect(try labelMap(writer.file(writer.packed(doubles))).labels == [1, 2, 3, 4, 5, 6])
      let wide = writer.matrix(
        "S", class: 11, dimensions: [1, 2], type: 4,
        numbers: writer.number(459, width: 2) + writer.number(3, width: 2))
      #expect(try labelMap(writer.file(wide)).labels == [459, 3])
    }
  }

  @Test("takes the largest label that a map can hold")
  func largest() throws {
    let matrix = writer.matrix("S", class: 11, dimensions: [1, 1], type: 4, numbers: [0xFF, 0xFF])
    #expect(try labelMap(writer.file(matrix)).labels == [65_535])
  }

  @Test("needs no padding at the end of the file")
  func missingPadding() throws {
    var file = writer.file(writer.matrix("S", dimensions: [2, 3], numbers: [1, 4, 2, 5, 3, 6]))
    file.removeLast(2)
    file[132] -= 2
    #expect(try labelMap(file).labels == [1, 2, 3, 4, 5, 6])
  }

  // Files of other kinds.

  @Test("says what files of other versions are, and how to save them again")
  func versions() throws {
    let advice = "expected one of version 5 to 7; save it again from MATLAB with `save(…, '-v7')`."
    expectFault(
      "a.mat: no sound MATLAB file: got a MAT-file of version 7.3, which is HDF5, \(advice)",
      in: writer.file(version: 0x0200))
    expectFault(
      "a.mat: no sound MATLAB file: got an HDF5 file, as of version 7.3, \(advice)",
      in: Data([0x89] + Array("HDF\r\n\u{1A}\n".utf8)))
    expectFault(
      "a.mat: no sound MATLAB file: got a MAT-file of version 4, \(advice)",
      in: try #require(Data(base64Encoded: MATLABFixtures.version4)))
    expectFault(
      "a.mat: no sound MATLAB file: got a MAT-file of the unknown version 768, \(advice)",
      in: writer.file(version: 0x0300))
    expectFault(
      "a.mat: no sound MATLAB file: got a file that starts with 3C 68 74 6D 6C 3E, \(advice)",
      in: Data("<html>".utf8))
    expectFault("a.mat: no sound MATLAB file: got no bytes, \(advice)", in: Data())
  }

  @Test("names a file that is not there")
  func missing() {
    let file = folder.path("none.mat")
    let error = #expect(throws: DatasetError.self) { try MATLABFile(contentsOf: file) }
    guard case .unreadableFile(file, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  // Variables that are no label maps.

  @Test("names the variables of a file without the one that is looked for")
  func otherVariables() throws {
    let file = writer.file(
      writer.matrix("T", dimensions: [1, 1], numbers: [1]),
      writer.packed(writer.matrix("names", dimensions: [1, 1], numbers: [1])))
    expectFault(
      "a.mat: no sound MATLAB file: got only `T`, `names`, expected a variable `S`.", in: file)
    expectFault(
      "a.mat: no sound MATLAB file: got no variable, expected a variable `S`.", in: writer.file())
  }

  @Test("refuses text, complex numbers, and arrays of more or fewer dimensions")
  func otherKinds() throws {
    expectFault(
      "a.mat, variable `S`: no sound MATLAB file: got text, expected a matrix of labels.",
      in: try #require(Data(base64Encoded: MATLABFixtures.textOnly)))
    expectFault(
      "a.mat, variable `S`: no sound MATLAB file: got complex numbers, expected a matrix of labels.",
      in: writer.file(
        writer.matrix("S", class: 0x0800 | 6, dimensions: [1, 1], numbers: [1])))
    for dimensions: [Int32] in [[1], [1, 2, 3], [0, 5], [-2, -3]] {
      expectFault(
        """
        a.mat, variable `S`: no sound MATLAB file: got an array of \
        \(dimensions.map(String.init).joined(separator: " × ")), expected rows and columns of labels.
        """,
        in: writer.file(writer.matrix("S", dimensions: dimensions, numbers: [1, 2, 3, 4, 5, 6])))
    }
  }

  @Test("refuses numbers that are no labels, and says where they are")
  func noLabels() throws {
    let cases: [(type: UInt64, class: UInt64, bytes: [UInt8], shown: String)] = [
      (9, 6, writer.number(1.5.bitPattern, width: 8), "1.5"),
      (9, 6, writer.number(Double.nan.bitPattern, width: 8), "nan"),
      (7, 7, writer.number(UInt64(Float.infinity.bitPattern), width: 4), "inf"),
      (3, 10, [0xFF, 0xFF], "-1.0"),
      (6, 13, writer.number(65_536, width: 4), "65536.0"),
      (13, 15, writer.number(.max, width: 8), "1.8446744073709552e+19"),
    ]
    for (type, arrayClass, bytes, shown) in cases {
      let zero = [UInt8](repeating: 0, count: bytes.count)
      expectFault(
        """
        a.mat, variable `S`: no sound MATLAB file: got \(shown) in row 2, column 1, expected whole \
        numbers from 0 to 65535.
        """,
        in: writer.file(
          writer.matrix(
            "S", class: arrayClass, dimensions: [2, 1], type: type, numbers: zero + bytes)))
    }
  }

  // Damaged and hostile files.

  @Test("refuses a file that was cut off anywhere", arguments: ["uint16 plain", "double packed"])
  func truncated(kind: String) throws {
    let text = try #require(MATLABFixtures.sameLabels[kind])
    let file = try #require(Data(base64Encoded: text))
    for length in 0..<file.count - 2 {
      #expect(throws: DatasetError.self, "\(length) bytes") { try labelMap(file.prefix(length)) }
    }
  }

  @Test("never ends on a file of which any byte was changed, and never reads other packed labels")
  func corrupted() throws {
    var random = SplitMix64(seed: 20_261_122)
    for (kind, text) in MATLABFixtures.sameLabels.sorted(by: { $0.key < $1.key }) {
      let file = try #require(Data(base64Encoded: text))
      for offset in 124..<file.count {
        var changed = file
        changed[offset] ^= UInt8.random(in: 1...255, using: &random)
        guard let map = try? labelMap(changed) else { continue }
        let isSame = map.labels == (0..<15).map { $0 * 31 % 460 }
        #expect(isSame || kind.hasSuffix("plain"), "\(kind), byte \(offset)")
      }
    }
  }

  @Test("refuses a length that reaches beyond the file")
  func lengthPastTheEnd() {
    expectFault(
      """
      a.mat, byte 128: no sound MATLAB file: got a length of 4294967295 bytes where at most 8 are \
      left, expected a whole file; copy or download it again.
      """,
      in: writer.file(
        writer.number(14, width: 4) + writer.number(0xFFFF_FFFF, width: 4)
          + [UInt8](repeating: 0, count: 8)))
  }

  @Test("refuses numbers whose length is not that of the matrix")
  func wrongLength() {
    expectFault(
      """
      a.mat, variable `S`: no sound MATLAB file: got 5 bytes of numbers, expected 2 × 3 numbers of 1 \
      byte.
      """,
      in: writer.file(writer.matrix("S", dimensions: [2, 3], numbers: [1, 2, 3, 4, 5])))
  }

  @Test("refuses a matrix of more labels than any map has, before it asks for memory")
  func tooLarge() {
    for dimensions: [Int32] in [[.max, .max], [65_536, 65_536], [8_193, 8_192]] {
      expectFault(
        """
        a.mat, variable `S`: no sound MATLAB file: got a matrix of \(dimensions[0]) × \
        \(dimensions[1]), expected at most 67108864 labels.
        """,
        in: writer.file(writer.matrix("S", dimensions: dimensions, numbers: [1])))
    }
  }

  @Test("refuses packed bytes that claim to unpack to more than they can")
  func bomb() throws {
    let claim = writer.number(14, width: 4) + writer.number(0x7FFF_FFFF, width: 4)
    expectFault(
      """
      a.mat, byte 128: no sound MATLAB file: got a length of 2147483647 bytes where at most 19600 are \
      left, expected a whole file; copy or download it again.
      """,
      in: writer.file(writer.packed(claim)))
    expectFault(
      """
      a.mat, variable `S`: no sound MATLAB file: got packed data behind the matrix, expected the \
      matrix alone.
      """,
      in: try #require(Data(base64Encoded: MATLABFixtures.surplus)))
  }

  @Test("refuses packed bytes that are damaged, cut off, or no variable")
  func damagedPacking() {
    let matrix = writer.matrix("S", dimensions: [2, 3], numbers: [1, 4, 2, 5, 3, 6])
    var packed = writer.packed(matrix)
    packed[packed.count - 1] ^= 1
    expectFault(
      """
      a.mat, variable `S`: no sound MATLAB file: got damaged packed data, expected a sound zlib \
      stream.
      """, in: writer.file(packed))
    let behind = writer.packed(matrix + [0])
    expectFault(
      """
      a.mat, variable `S`: no sound MATLAB file: got packed data behind the matrix, expected the \
      matrix alone.
      """, in: writer.file(behind))
    expectFault(
      """
      a.mat, byte 128: no sound MATLAB file: got a packed element of type 15, expected a packed \
      matrix.
      """, in: writer.file(writer.packed(writer.packed(matrix))))
    expectFault(
      "a.mat, byte 128: no sound MATLAB file: got an element of type 5, expected a variable.",
      in: writer.file(writer.element(5, [1, 0, 0, 0])))
  }

  @Test("refuses a short element of more bytes than it has room for")
  func shortElement() {
    expectFault(
      "a.mat, byte 128: no sound MATLAB file: got a short element of 5 bytes, expected at most 4.",
      in: writer.file(writer.number(5 << 16 | 14, width: 4) + [0, 0, 0, 0]))
  }
}
