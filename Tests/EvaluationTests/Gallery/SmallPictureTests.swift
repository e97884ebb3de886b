import Imaging
import Testing

@testable import Evaluation

@Suite("Small pictures")
struct SmallPictureTests {
  @Test("A smaller map has the labels under the centres of its pixels")
  func labels() {
    let map = LabelMap(width: 4, height: 2, labels: [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(map.resized(toWidth: 2, height: 1).labels == [6, 8])
    #expect(map.resized(toWidth: 4, height: 2) == map)
    #expect(map.resized(toWidth: 8, height: 2).labels.prefix(8) == [1, 1, 2, 2, 3, 3, 4, 4])
  }

  @Test(
    "No picture is larger than its bounds, and a small one stays as it is",
    arguments: [
      ((640, 480), (320, 240)), ((100, 80), (100, 80)), ((320, 960), (160, 480)),
      ((2048, 1024), (320, 160)), ((3200, 1), (320, 1)),
    ])
  func sizes(size: (Int, Int), expected: (Int, Int)) {
    let image = RGBImage(
      width: size.0, height: size.1,
      samples: [UInt8](repeating: 9, count: size.0 * size.1 * 3))
    let small = image.reduced(toWidth: 320, height: 480)
    #expect((small.width, small.height) == expected)
  }

  @Test("Pale gray is half way to white")
  func gray() {
    let image = RGBImage(width: 2, height: 1, samples: [0, 0, 0, 255, 255, 255])
    #expect(image.inPaleGray.samples == [127, 127, 127, 255, 255, 255])
  }
}
