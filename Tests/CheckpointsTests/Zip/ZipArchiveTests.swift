import Checkpoints
import Foundation
import Testing

@Suite("ZipArchive")
struct ZipArchiveTests {
  private let file = URL(filePath: "/some/archive.pt")

  @Test("lends the bytes of each entry, in the directory's order")
  func storedEntries() throws {
    let bytes = ZipBytes(entries: [
      .init(name: "b/data", contents: Array(1...9), padding: 21),
      .init(name: "b/empty"), .init(name: "b/"), .init(name: "a", contents: [7]),
    ])
    let archive = try ZipArchive(bytes.contents, of: file)
    #expect(archive.entries.map(\.name) == ["b/data", "b/empty", "b/", "a"])
    #expect(Array(try archive.contents(of: "b/data")) == Array(1...9))
    #expect(try archive.contents(of: "b/empty").isEmpty)
    #expect(Array(try archive.contents(of: "a")) == [7])
    #expect(Array(try archive.contents(of: "a")) == [7], "asked a second time")
    #expect(archive.entry(named: "c") == nil)
    #expect(
      throws: CheckpointError.malformedArchive(file: file, entry: "c", fault: .missingEntry)
    ) { try archive.contents(of: "c") }
  }

  @Test("reads each way of stating sizes", arguments: [nil, 4, 8], [false, true])
  func statedSizes(descriptorWidth: Int?, isZip64: Bool) throws {
    var entry = ZipBytes.Entry(
      name: "x", contents: [1, 2, 3], isZip64: isZip64, descriptorWidth: descriptorWidth)
    for (hasSignature, hasZip64End) in [(false, false), (false, true), (true, false), (true, true)]
    {
      entry.descriptorHasSignature = hasSignature
      let bytes = ZipBytes(
        entries: [entry, .init(name: "y", contents: [4])], comment: Array("a comment".utf8),
        hasZip64End: hasZip64End)
      let archive = try ZipArchive(bytes.contents, of: file)
      #expect(Array(try archive.contents(of: "x")) == [1, 2, 3])
      #expect(Array(try archive.contents(of: "y")) == [4])
    }
  }

  @Test("reads an archive with something in front, and one that is a slice of other data")
  func shiftedData() throws {
    let bytes = ZipBytes(
      entries: [.init(name: "x", contents: [1, 2, 3])], preamble: [9, 9, 9, 9, 9])
    let archive = try ZipArchive(bytes.contents, of: file)
    #expect(Array(try archive.contents(of: "x")) == [1, 2, 3])
    let slice = (Data([1, 2, 3]) + bytes.contents).dropFirst(3)
    #expect(Array(try ZipArchive(slice, of: file).contents(of: "x")) == [1, 2, 3])
  }

  @Test("passes over a compressed entry that nobody asks for, and refuses to read it")
  func compressedEntry() throws {
    let bytes = ZipBytes(entries: [
      .init(name: "code.py", contents: [3, 0], method: 8, byteCount: 100),
      .init(name: "x", contents: [1]),
    ])
    let archive = try ZipArchive(bytes.contents, of: file)
    #expect(Array(try archive.contents(of: "x")) == [1])
    #expect(
      throws: CheckpointError.malformedArchive(file: file, entry: "code.py", fault: .compressed)
    ) { try archive.contents(of: "code.py") }
  }
}
