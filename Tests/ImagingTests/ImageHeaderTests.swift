import Foundation
import Imaging
import TestSupport
import Testing

@Suite("Image header")
struct ImageHeaderTests {
  @Test("the size of every JPEG is found without its scans", arguments: JPEGFixture.all)
  func readsJPEG(_ fixture: JPEGFixture) throws {
    let header = try ImageHeader(decoding: fixture.data, named: fixture.name)
    #expect(header.format == .jpeg && header.width == 13 && header.height == 11)
    let scan = try #require(
      (0..<fixture.data.count).first { fixture.data[$0...].starts(with: [0xFF, 0xDA]) })
    #expect(try ImageHeader(decoding: fixture.data.prefix(scan), named: fixture.name) == header)
  }

  @Test("the size of a PNG is found in its first 24 bytes")
  func readsPNG() throws {
    var generator = SplitMix64(seed: 2)
    let file = PNGBuilder(random: .gray, bitDepth: 16, width: 5, height: 7, using: &generator).data
    let header = try ImageHeader(decoding: file.prefix(24), named: "a.png")
    #expect(header.format == .png && header.width == 5 && header.height == 7)
    for count in 8..<24 {
      #expect(
        throws: ImagingError.truncated(
          file: "a.png", format: .png, reason: "the file ends inside the header")
      ) { try ImageHeader(decoding: file.prefix(count), named: "a.png") }
    }
  }

  @Test("segments of any size before the frame are stepped over")
  func stepsOverSegments() throws {
    var file = Array(JPEGFixture.all[0].data)
    let preview: [UInt8] = [0xFF, 0xED, 0xFF, 0xFF] + [UInt8](repeating: 0xC0, count: 65_533)
    file.insert(contentsOf: preview + [0xFF, 0xFF, 0xFF, 0xFE, 0, 2], at: 2)
    let header = try ImageHeader(decoding: Data(file), named: "preview.jpg")
    #expect(header.width == 13 && header.height == 11)
    #expect(
      try RGBImage(decoding: Data(file), named: "preview.jpg") == JPEGFixture.all[0].expected)
  }

  @Test(
    "a header that breaks the rules is corrupt",
    arguments: [
      [0xFF, 0xD8, 0xFF, 0xD9],  // The end before any frame.
      [0xFF, 0xD8, 0xFF, 0xE0, 0, 1],  // A segment shorter than its own length.
      [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 0, 0, 5],  // No rows.
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 4, 0x49, 0x44, 0x41, 0x54],
    ] as [[UInt8]])
  func rejectsBrokenRules(_ bytes: [UInt8]) {
    let error = #expect(throws: ImagingError.self) {
      try ImageHeader(decoding: Data(bytes), named: "broken")
    }
    guard case .corrupt(file: "broken", _, _) = error else {
      Issue.record("\(String(describing: error)) instead of corrupt")
      return
    }
  }
}
