internal import Foundation
internal import Imaging

/// One scene of a world, drawn and photographed, together with its place in that world.
struct DrawnScene {
  /// The seed of the world.
  let seed: UInt64

  /// The number of the scene in it, from 0.
  let index: Int

  /// The drawing.
  let rendered: RenderedScene

  /// The picture as its camera compressed it.
  let jpeg: Data

  /// Draws a scene.
  init(seed: UInt64, index: Int, sides: ClosedRange<Int>) throws(DemoWorldError) {
    self.seed = seed
    self.index = index
    rendered = RenderedScene(Scene(seed: seed, index: index, sides: sides))
    do throws(ImagingError) {
      jpeg = try rendered.image.jpegData(quality: rendered.scene.exposure.quality)
    } catch {
      throw .imaging(error)
    }
  }

  /// The name of the scene's files without their suffix, such as `demo_000007`.
  var identifier: String { "demo_" + index.padded(to: 6) }

  /// The picture with what the compression did to it: the pixels that every layout shows.
  func photograph() throws(DemoWorldError) -> RGBImage {
    do throws(ImagingError) {
      return try RGBImage(decoding: jpeg, named: identifier)
    } catch {
      throw .imaging(error)
    }
  }
}
