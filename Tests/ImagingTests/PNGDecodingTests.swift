import Foundation
import Imaging
import TestSupport
import Testing

@Suite("Decoding PNG")
struct PNGDecodingTests {
  /// Every legal pair of colour type and bit depth.
  static let kinds: [(PNGBuilder.ColourType, Int)] =
    [1, 2, 4, 8, 16].map { (.gray, $0) } + [1, 2, 4, 8].map { (.palette, $0) }
    + [(.rgb, 8), (.rgb, 16), (.grayAlpha, 8), (.grayAlpha, 16), (.rgba, 8), (.rgba, 16)]

  /// What Pillow's `convert("RGB")` makes of a sample: gray of few bits fills 0…255, 16 bits lose
  /// the lower byte, a palette is looked up, transparency is dropped.
  private func expectedRGB(of png: PNGBuilder) -> RGBImage {
    let channelCount = png.colourType.channelCount
    var samples: [UInt8] = []
    for pixel in 0..<png.width * png.height {
      let stored = png.samples[pixel * channelCount..<(pixel + 1) * channelCount].map { sample in
        png.bitDepth == 16 ? UInt8(sample >> 8) : UInt8(sample)
      }
      switch png.colourType {
      case .gray where png.bitDepth < 8:
        let full = Int(stored[0]) * 255 / ((1 << png.bitDepth) - 1)
        samples += [UInt8](repeating: UInt8(full), count: 3)
      case .gray, .grayAlpha: samples += [stored[0], stored[0], stored[0]]
      case .palette: samples += png.palette[3 * Int(stored[0])..<3 * Int(stored[0]) + 3]
      case .rgb, .rgba: samples += stored.prefix(3)
      }
    }
    return RGBImage(width: png.width, height: png.height, samples: samples)
  }

  @Test("every kind becomes RGB as in Pillow, in rows and interlaced", arguments: kinds)
  func convertsToRGB(_ colourType: PNGBuilder.ColourType, _ bitDepth: Int) throws {
    var generator = SplitMix64(seed: UInt64(bitDepth))
    for (width, height) in [(13, 11), (1, 1), (1, 9), (9, 1), (3, 5), (16, 8)] {
      var png = PNGBuilder(
        random: colourType, bitDepth: bitDepth, width: width, height: height, using: &generator)
      let expected = expectedRGB(of: png)
      let rows = try RGBImage(decoding: png.data, named: "rows.png")
      expectEqual(rows, expected, "\(width) × \(height) in rows")
      png.isInterlaced = true
      let interlaced = try RGBImage(decoding: png.data, named: "interlaced.png")
      expectEqual(interlaced, expected, "\(width) × \(height) interlaced")
    }
  }

  @Test("gamma, profiles, texts and transparent colours do not change a sample", arguments: kinds)
  func ignoresAncillaryChunks(_ colourType: PNGBuilder.ColourType, _ bitDepth: Int) throws {
    var generator = SplitMix64(seed: 7)
    var png = PNGBuilder(random: colourType, bitDepth: bitDepth, using: &generator)
    let plain = try RGBImage(decoding: png.data, named: "plain.png")
    png.extraChunks = [
      ("gAMA", PNGBuilder.bytes(100_000, 4)), ("sRGB", [1]), ("tEXt", Array("Title\0gray".utf8)),
    ]
    switch colourType {
    case .gray: png.extraChunks.append(("tRNS", [0, 1]))
    case .rgb: png.extraChunks.append(("tRNS", [0, 1, 0, 2, 0, 3]))
    case .palette: png.extraChunks.append(("tRNS", [0, 128]))
    case .grayAlpha, .rgba: break
    }
    expectEqual(try RGBImage(decoding: png.data, named: "dressed.png"), plain)
  }

  @Test("a picture's index without a colour is an error that names both")
  func rejectsIndexOutsidePalette() {
    let png = PNGBuilder(
      width: 2, height: 1, colourType: .palette, bitDepth: 8, samples: [1, 7],
      palette: [0, 0, 0, 255, 0, 0])
    #expect(throws: ImagingError.indexOutsidePalette(file: "p.png", index: 7, colourCount: 2)) {
      try RGBImage(decoding: png.data, named: "p.png")
    }
  }

  @Test("the bytes may be a slice of larger data")
  func decodesSlices() throws {
    var generator = SplitMix64(seed: 3)
    let file = PNGBuilder(random: .rgb, bitDepth: 8, using: &generator).data
    let slice = (Data([1, 2, 3]) + file)[3...]
    #expect(
      try RGBImage(decoding: slice, named: "slice") == RGBImage(decoding: file, named: "whole"))
    #expect(
      try ImageHeader(decoding: slice, named: "slice")
        == ImageHeader(decoding: file, named: "whole"))
  }
}
