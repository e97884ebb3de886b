import Checkpoints
import Foundation
import Testing

/// Archives that break the format, each in one way.
@Suite("ZipArchive, hostile input")
struct HostileZipTests {
  private let file = URL(filePath: "/some/hostile.pt")

  private func expect(_ fault: ZipFault, entry: String? = "x", from bytes: ZipBytes) {
    let expected = CheckpointError.malformedArchive(file: file, entry: entry, fault: fault)
    #expect(throws: expected) { try ZipArchive(bytes.contents, of: file) }
    #expect("\(expected)".contains("/some/hostile.pt: "), "\(expected)")
  }

  private func expect(_ fault: ZipFault, from entry: ZipBytes.Entry) {
    expect(fault, entry: entry.name, from: ZipBytes(entries: [entry]))
  }

  @Test("entries that share bytes are refused, one inside the other")
  func overlap() {
    let inner = ZipBytes.Entry(name: "inner", contents: [UInt8](repeating: 7, count: 100))
    // The archive of `inner` alone begins with its local record, which becomes part of `outer`.
    let record = Array(ZipBytes(entries: [inner]).contents.prefix(30 + 5 + 100))
    let outer = ZipBytes.Entry(name: "outer", contents: record)
    var second = inner
    second.headerOffset = 30 + 5
    expect(.overlap(with: "outer"), entry: "inner", from: ZipBytes(entries: [outer, second]))
  }

  @Test("two entries may not have one name")
  func duplicateName() {
    let entry = ZipBytes.Entry(name: "x", contents: [1])
    expect(.duplicateName, from: ZipBytes(entries: [entry, entry]))
  }

  @Test("two directory records of one local header are refused, whatever they call it")
  func twoRecordsOfOneHeader() {
    let first = ZipBytes.Entry(name: "x", contents: [1])
    let second = ZipBytes.Entry(name: "y", headerOffset: 0)
    expect(
      .noRecord("local header", offset: 0), entry: "y", from: ZipBytes(entries: [first, second]))
  }

  @Test("bytes that are not those that were written are not lent")
  func wrongChecksum() throws {
    let bytes = ZipBytes(entries: [
      .init(name: "x", contents: Array("123456789".utf8), checksum: 0xCBF4_3926),
      .init(name: "y", contents: Array("123456780".utf8), checksum: 0xCBF4_3926),
    ])
    let archive = try ZipArchive(bytes.contents, of: file)
    #expect(try archive.contents(of: "x").count == 9)
    let got = Array("123456780".utf8).checksum
    let expected = CheckpointError.malformedArchive(
      file: file, entry: "y", fault: .wrongChecksum(got: got, expected: 0xCBF4_3926))
    #expect(throws: expected) { try archive.contents(of: "y") }
    #expect(throws: expected, "asked again") { try archive.contents(of: "y") }
    #expect("\(expected)".contains("expected cbf43926"), "\(expected)")
  }

  @Test(
    "names that could lead out of a folder are refused",
    arguments: [
      "../x", "a/../../x", "/etc/passwd", "a//b", "./x", "a/.", "..", "C:/x", "C:\\x", "a\\..\\x",
      "x\0.pkl", "x\n", "\u{1B}[2J", "", "/", String(repeating: "n", count: 1025),
    ])
  func pathTraversal(name: String) {
    expect(.unsafeName, from: ZipBytes.Entry(name: name, contents: [1]))
  }

  @Test("a message shows no control characters of a name")
  func printableNames() {
    let error = CheckpointError.malformedArchive(
      file: file, entry: "\u{1B}[2J\u{202E}" + String(repeating: "n", count: 500),
      fault: .unsafeName)
    #expect(!"\(error)".unicodeScalars.contains("\u{1B}"), "\(error)")
    #expect(!"\(error)".unicodeScalars.contains("\u{202E}"), "\(error)")
    #expect("\(error)".count < 300, "\(error)")
  }

  @Test("sizes of terabytes are refused before anything is made of them", arguments: [false, true])
  func terabytes(isZip64: Bool) {
    let most = 3
    let claimed: UInt64 = isZip64 ? 4 << 40 : 4_000_000_000
    expect(
      .tooManyBytes(got: claimed, expected: most),
      from: .init(
        name: "x", contents: [1, 2, 3], byteCount: claimed, packedByteCount: claimed,
        isZip64: isZip64))
    expect(
      .tooManyBytes(got: claimed, expected: 3 * 1032),
      from: .init(
        name: "x", contents: [1, 2, 3], method: 8, byteCount: claimed, isZip64: isZip64))
    expect(
      .noRecord("local header", offset: claimed),
      from: .init(name: "x", headerOffset: claimed, isZip64: isZip64))
    expect(
      .directoryOutOfPlace(offset: claimed, byteCount: 47, expectedEnd: 31 + 47), entry: nil,
      from: ZipBytes(
        entries: [.init(name: "x")], hasZip64End: isZip64, directoryOffset: claimed))
  }

  @Test("a directory of more entries than any checkpoint has is refused")
  func entryCount() {
    expect(
      .tooManyEntries(got: 1 << 40, expected: 100_000), entry: nil,
      from: ZipBytes(entries: [.init(name: "x")], hasZip64End: true, entryCount: 1 << 40))
    expect(
      .noRecord("directory entry", offset: 31 + 47), entry: nil,
      from: ZipBytes(entries: [.init(name: "x")], entryCount: 2))
    expect(
      .disagreement(of: "the directory's length", got: 47, expected: 0), entry: nil,
      from: ZipBytes(entries: [.init(name: "x")], entryCount: 0))
  }

  @Test("a 64-bit number that is announced has to be there")
  func missingZip64Field() {
    expect(
      .noZip64Field,
      from: .init(name: "x", contents: [1], isZip64: true, hasZip64Field: false))
  }

  @Test("a local header that differs from the directory is refused")
  func localHeader() {
    expect(
      .disagreement(of: "its CRC-32", got: 5, expected: 6),
      from: .init(name: "x", contents: [1], checksum: 6, localChecksum: 5))
    expect(
      .noRecord("local header", offset: 0),
      from: .init(name: "x", contents: [1], localName: "y"))
    expect(
      .disagreement(of: "its length", got: 0, expected: 1),
      from: .init(name: "x", contents: [1], byteCount: 0, packedByteCount: 1))
  }

  @Test("a data descriptor that differs from the directory is refused", arguments: [4, 8])
  func dataDescriptor(width: Int) {
    expect(
      .noRecord("matching data descriptor", offset: 32),
      from: .init(
        name: "x", contents: [1], checksum: 6, descriptorChecksum: 5, descriptorWidth: width))
  }

  @Test("encryption, unknown features and several volumes are refused")
  func features() {
    expect(.encrypted, from: .init(name: "x", flags: 1))
    expect(.unsupportedFlags(got: 1 << 13), from: .init(name: "x", flags: 1 << 13))
    expect(
      .severalVolumes, entry: nil, from: ZipBytes(entries: [.init(name: "x")], volume: 1))
    expect(
      .severalVolumes, entry: nil,
      from: ZipBytes(entries: [.init(name: "x")], hasZip64End: true, volume: 1))
  }

  @Test("an archive cut at any place is refused, and so is one with something behind it")
  func truncation() throws {
    let whole = ZipBytes(
      entries: [
        .init(name: "x/data.pkl", contents: Array(0..<40), descriptorWidth: 4, padding: 9),
        .init(name: "x/data/0", contents: Array(0..<90), isZip64: true),
      ], hasZip64End: true
    ).contents
    _ = try ZipArchive(whole, of: file)
    for count in 0..<whole.count {
      #expect(throws: CheckpointError.self, "cut to \(count) of \(whole.count) bytes") {
        try ZipArchive(whole.prefix(count), of: file)
      }
    }
    #expect(
      throws: CheckpointError.malformedArchive(file: file, entry: nil, fault: .noEndRecord)
    ) { try ZipArchive(whole + [0], of: file) }
  }
}
