import Foundation
import Imaging
import Testing

@Suite("Oversized files")
struct OversizedFileTests {
  /// A PNG that declares a size and brings one byte.
  private func bomb(width: Int, height: Int) -> Data {
    var builder = PNGBuilder(
      width: 1, height: 1, colourType: .rgb, bitDepth: 8, samples: [0, 0, 0])
    let small = Array(builder.data)
    builder.width = width
    builder.height = height
    let header = PNGBuilder.chunk(
      "IHDR", PNGBuilder.bytes(width, 4) + PNGBuilder.bytes(height, 4) + [8, 2, 0, 0, 0])
    return Data(small.prefix(8) + header + small.dropFirst(8 + header.count))
  }

  /// A JPEG whose frame header declares a size.
  private func jpegBomb(width: Int, height: Int) throws -> Data {
    var file = Array(JPEGFixture.all[0].data)
    let frame = try #require((0..<file.count).first { file[$0...].starts(with: [0xFF, 0xC0]) })
    file.replaceSubrange(
      frame + 5..<frame + 9, with: PNGBuilder.bytes(height, 2) + PNGBuilder.bytes(width, 2))
    return Data(file)
  }

  @Test(
    "more than 2²⁸ pixels are refused with the size and the limit",
    arguments: [(16_385, 16_384), (Int(Int32.max), 1), (Int(Int32.max), Int(Int32.max))])
  func refusesTooManyPixelsInPNG(width: Int, height: Int) throws {
    let error = #expect(throws: ImagingError.self) {
      try RGBImage(decoding: bomb(width: width, height: height), named: "bomb.png")
    }
    #expect(
      error
        == .tooManyPixels(file: "bomb.png", width: width, height: height, limit: 268_435_456))
    #expect(
      error?.description
        == "bomb.png: declares \(width) × \(height) pixels; at most 268435456 pixels are decoded")
  }

  @Test("more than 2²⁸ pixels in a JPEG are refused as well")
  func refusesTooManyPixelsInJPEG() throws {
    let file = try jpegBomb(width: 65_500, height: 65_500)
    #expect(
      throws: ImagingError.tooManyPixels(
        file: "bomb.jpg", width: 65_500, height: 65_500, limit: 268_435_456)
    ) { try RGBImage(decoding: file, named: "bomb.jpg") }
  }

  @Test("a file too short for the allowed size it declares is refused before rows are allocated")
  func refusesShortFiles() throws {
    let reason = "the file is too short for the size it declares"
    #expect(throws: ImagingError.truncated(file: "b.png", format: .png, reason: reason)) {
      try LabelMap(decoding: bomb(width: 16_384, height: 16_384), named: "b.png")
    }
    let file = try jpegBomb(width: 16_384, height: 16_384)
    #expect(throws: ImagingError.truncated(file: "b.jpg", format: .jpeg, reason: reason)) {
      try RGBImage(decoding: file, named: "b.jpg")
    }
  }

  @Test("the header alone still tells the declared size")
  func readsDeclaredSize() throws {
    let header = try ImageHeader(decoding: bomb(width: 70_000, height: 80_000), named: "bomb.png")
    #expect(header.width == 70_000 && header.height == 80_000)
  }
}
