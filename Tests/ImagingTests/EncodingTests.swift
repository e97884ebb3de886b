import Foundation
import Imaging
import TestSupport
import Testing

@Suite("Encoding pictures")
struct EncodingTests {
  @Test("PNG loses nothing", arguments: 0..<16 as Range<UInt64>)
  func roundTrips(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let image = RGBImage.random(
      width: .random(in: 1...50, using: &generator), height: .random(in: 1...50, using: &generator),
      using: &generator)
    expectEqual(try RGBImage(decoding: image.pngData(), named: "seed \(seed)"), image)
  }

  @Test("a picture too wide for JPEG is refused, and PNG takes it")
  func refusesTooWideJPEG() throws {
    let image = RGBImage(width: 65_501, height: 1, samples: [UInt8](repeating: 1, count: 196_503))
    let error = ImagingError.unencodable(
      format: .jpeg, reason: "a JPEG has at most 65500 pixels a side")
    #expect(throws: error) { try image.jpegData(quality: 75) }
    #expect(error.description.contains("65500"))
    #expect(try RGBImage(decoding: image.pngData(), named: "wide.png") == image)
  }

  @Test("a quality outside 1…100 is a caller's mistake")
  func trapsOnQuality() async {
    await #expect(processExitsWith: .failure) {
      _ = try RGBImage(width: 1, height: 1, samples: [0, 0, 0]).jpegData(quality: 0)
    }
  }
}
