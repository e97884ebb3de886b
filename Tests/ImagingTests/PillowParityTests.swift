import Foundation
import Imaging
import Testing

@Suite("Pillow parity", .enabled(if: GoldenImages.areHere, "needs ../shared/golden/images"))
struct PillowParityTests {
  @Test(
    "every picture decodes to the bytes of Pillow's RGB conversion", arguments: GoldenImages.cases)
  func decodes(_ golden: GoldenImages.Case) throws {
    let image = try RGBImage(contentsOf: GoldenImages.folder.appending(path: golden.file))
    try expectEqual(image, GoldenImages().image(named: golden.rgbKey))
  }
}
