internal import Foundation
internal import Imaging

/// One scene of a world, drawn, together with its place in that world.
struct DrawnScene {
  /// The seed of the world.
  let seed: UInt64

  /// The number of the scene in it, from 0.
  let index: Int

  /// The drawing.
  let rendered: RenderedScene

  /// Draws a scene.
  init(seed: UInt64, index: Int, sides: ClosedRange<Int>) {
    self.seed = seed
    self.index = index
    rendered = RenderedScene(Scene(seed: seed, index: index, sides: sides))
  }

  /// The name of the scene's files without their suffix, such as `demo_000007`.
  var identifier: String {
    let digits = String(index)
    return "demo_" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// The picture as its camera compressed it.
  func jpegData() throws(DemoWorldError) -> Data {
    do throws(ImagingError) {
      return try rendered.image.jpegData(quality: rendered.scene.exposure.quality)
    } catch {
      throw .imaging(error)
    }
  }
}
