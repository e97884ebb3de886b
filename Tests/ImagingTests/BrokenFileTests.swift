import Foundation
import Imaging
import TestSupport
import Testing

@Suite("Broken files")
struct BrokenFileTests {
  private static let png: Data = {
    var generator = SplitMix64(seed: 4)
    var builder = PNGBuilder(
      random: .palette, bitDepth: 4, width: 7, height: 5, using: &generator)
    builder.extraChunks = [("tEXt", Array("a\0b".utf8))]
    return builder.data
  }()

  @Test("a JPEG cut anywhere is an error, never a picture filled up", arguments: JPEGFixture.all)
  func rejectsEveryPrefixOfJPEG(_ fixture: JPEGFixture) {
    for count in 0..<fixture.data.count {
      #expect(throws: ImagingError.self, "\(count) of \(fixture.data.count) bytes") {
        try RGBImage(decoding: fixture.data.prefix(count), named: fixture.name)
      }
    }
  }

  @Test("a PNG cut anywhere is an error, as a picture and as a label map")
  func rejectsEveryPrefixOfPNG() {
    for count in 0..<Self.png.count {
      let cut = Self.png.prefix(count)
      #expect(throws: ImagingError.self, "\(count) of \(Self.png.count) bytes") {
        try RGBImage(decoding: cut, named: "cut.png")
      }
      #expect(throws: ImagingError.self, "\(count) of \(Self.png.count) bytes") {
        try LabelMap(decoding: cut, named: "cut.png")
      }
    }
  }

  @Test("a PNG with any one byte changed is an error", arguments: [0x01, 0x80, 0xFF] as [UInt8])
  func rejectsEveryChangedByteOfPNG(mask: UInt8) {
    for index in Self.png.indices {
      var changed = Self.png
      changed[index] ^= mask
      #expect(throws: ImagingError.self, "byte \(index) of \(Self.png.count)") {
        try LabelMap(decoding: changed, named: "changed.png")
      }
    }
  }

  @Test("truncation and damage are told apart, with the file's name")
  func namesTheTrouble() throws {
    let jpeg = JPEGFixture.all[0].data
    #expect(
      throws: ImagingError.truncated(
        file: "cut.jpg", format: .jpeg, reason: "Premature end of JPEG file")
    ) { try RGBImage(decoding: jpeg.dropLast(20), named: "cut.jpg") }
    #expect(
      throws: ImagingError.truncated(
        file: "cut.png", format: .png, reason: "the file ends inside a chunk")
    ) { try RGBImage(decoding: Self.png.dropLast(20), named: "cut.png") }
    var damaged = Self.png
    damaged[50] ^= 1  // Inside the palette.
    let error = #expect(throws: ImagingError.self) {
      try RGBImage(decoding: damaged, named: "damaged.png")
    }
    #expect(
      error?.description
        == "damaged.png: the PNG is corrupt (PLTE: CRC error); copy or download it again")
  }

  @Test("entropy-coded data that ends in a marker too early is corrupt")
  func rejectsEarlyMarker() throws {
    let jpeg = JPEGFixture.all[0].data
    let scan = try #require((0..<jpeg.count).first { jpeg[$0...].starts(with: [0xFF, 0xDA]) })
    let early = jpeg.prefix(scan + 20) + Data([0xFF, 0xD9])
    #expect(
      throws: ImagingError.corrupt(
        file: "early.jpg", format: .jpeg,
        reason: "Corrupt JPEG data: premature end of data segment")
    ) { try RGBImage(decoding: early, named: "early.jpg") }
  }

  @Test(
    "seeded damage ends in a picture of the declared size or in an error",
    arguments: 0..<64 as Range<UInt64>)
  func survivesDamage(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let files = JPEGFixture.all.map(\.data) + [Self.png]
    for file in files {
      var damaged = file
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let index = Int.random(in: 0..<damaged.count, using: &generator)
        damaged[index] = .random(in: 0...255, using: &generator)
      }
      if Bool.random(using: &generator) {
        damaged = damaged.prefix(.random(in: 0...damaged.count, using: &generator))
      }
      do {
        let image = try RGBImage(decoding: damaged, named: "seed \(seed)")
        let header = try ImageHeader(decoding: damaged, named: "seed \(seed)")
        #expect(image.width == header.width && image.height == header.height, "seed \(seed)")
      } catch {
        #expect(error.description.hasPrefix("seed \(seed): "))
      }
    }
  }
}
