import Foundation
import Imaging
import TestSupport
import Testing

@Suite("Decoding JPEG")
struct JPEGDecodingTests {
  @Test("every kind decodes to Pillow's bytes", arguments: JPEGFixture.all)
  func matchesPillow(_ fixture: JPEGFixture) throws {
    expectEqual(
      try RGBImage(decoding: fixture.data, named: fixture.name), fixture.expected,
      "\(fixture.name)")
  }

  @Test("every subsampling keeps a plain colour at any size", arguments: ChromaSubsampling.allCases)
  func keepsPlainColour(_ subsampling: ChromaSubsampling) throws {
    for (width, height) in [(1, 1), (7, 3), (16, 16), (33, 17)] {
      // Gray of a quantised mean survives exactly: 128 is the zero of luma and of both chromas.
      let image = RGBImage(
        width: width, height: height, samples: [UInt8](repeating: 128, count: 3 * width * height))
      let file = try image.jpegData(quality: 90, subsampling: subsampling)
      expectEqual(
        try RGBImage(decoding: file, named: "plain.jpg"), image, "\(width) × \(height)")
    }
  }

  @Test("a better quality comes closer and takes more bytes")
  func qualityMatters() throws {
    var generator = SplitMix64(seed: 5)
    let image = RGBImage.random(width: 40, height: 30, using: &generator)
    let files = try [10, 50, 95].map { try image.jpegData(quality: $0, subsampling: .none) }
    #expect(files[0].count < files[1].count && files[1].count < files[2].count)
    let errors = try files.map { file in
      let decoded = try RGBImage(decoding: file, named: "quality.jpg")
      return zip(decoded.samples, image.samples).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
    }
    #expect(errors[0] > errors[1] && errors[1] > errors[2], "absolute errors \(errors)")
  }

  @Test("subsampling is written as asked", arguments: ChromaSubsampling.allCases)
  func writesSubsampling(_ subsampling: ChromaSubsampling) throws {
    let image = RGBImage(width: 8, height: 8, samples: [UInt8](repeating: 9, count: 192))
    let file = Array(try image.jpegData(quality: 75, subsampling: subsampling))
    let frame = try #require((0..<file.count).first { file[$0...].starts(with: [0xFF, 0xC0]) })
    let expected: [ChromaSubsampling: UInt8] = [
      .none: 0x11, .horizontal: 0x21, .vertical: 0x12, .both: 0x22, .fourfold: 0x41,
    ]
    // Behind marker, length, precision, height, width, count and the id of the first component.
    #expect(file[frame + 11] == expected[subsampling])
  }
}
