import DemoWorld
import Imaging
import Testing

@Suite("Rendering")
struct RenderingTests {
  /// Fingerprints of drawn scenes of seed 2026, written down when the shipped demo was drawn.
  struct Recorded: Sendable {
    let index: Int
    let image: UInt64
    let objects: UInt64
  }

  @Test(
    "A seed gives the same pixels and the same objects on every machine",
    arguments: [
      Recorded(index: 0, image: 0x9a11_57a2_1cc8_facc, objects: 0xbb7d_8c1d_98e2_4d53),
      Recorded(index: 1, image: 0x6d2c_6b9d_08e7_f6c5, objects: 0x6f1b_0763_024e_2ca5),
      Recorded(index: 2, image: 0xf777_d16e_c447_b3f4, objects: 0x49f0_47ff_bfa6_c281),
      Recorded(index: 3, image: 0xa48c_4edc_d66d_9b2a, objects: 0x9c32_db03_9a85_41d2),
      Recorded(index: 40, image: 0x296d_d8c2_8feb_2a5b, objects: 0xd862_2561_8de3_7f01),
    ])
  func pixelsAreReproducible(recorded: Recorded) {
    let rendered = RenderedScene(Scene(seed: 2026, index: recorded.index))
    let objects = rendered.objectIndices.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let image = Fingerprint(of: rendered.image.samples)
    #expect(image == Fingerprint(recorded: recorded.image), "picture of scene \(recorded.index)")
    #expect(
      Fingerprint(of: objects) == Fingerprint(recorded: recorded.objects),
      "objects of scene \(recorded.index)")
  }

  @Test("A plain rectangle covers the pixels it covers, in its own colour")
  func rectangle() {
    let rendered = RenderedScene(.rectangleBeforeSky)
    #expect(rendered.image.width == 8)
    #expect(rendered.image.height == 6)
    for row in 0..<6 {
      for column in 0..<8 {
        let inside = (2..<5).contains(column) && (1..<4).contains(row)
        let place = row * 8 + column
        #expect(
          rendered.categories[place] == (inside ? .car : .sky), "row \(row), column \(column)")
        #expect(
          Array(rendered.image.samples[(3 * place)..<(3 * place + 3)])
            == (inside ? [200, 30, 40] : [10, 120, 230]), "row \(row), column \(column)")
      }
    }
  }

  @Test("A pixel that two objects share evenly belongs to the nearer and mixes both colours")
  func sharedPixel() {
    var scene = Scene.rectangleBeforeSky
    scene.objects[1].parts = [
      ScenePart(
        outline: .polygon([Point(2.5, 1), Point(5, 1), Point(5, 4), Point(2.5, 4)]),
        texture: .plain(Colour(red: 200, green: 30, blue: 40)))
    ]
    let rendered = RenderedScene(scene)
    let place = 2 * 8 + 2
    #expect(rendered.categories[place] == .car)
    #expect(Array(rendered.image.samples[(3 * place)..<(3 * place + 3)]) == [105, 75, 135])
  }

  @Test("Light scales every colour, and noise stays within its bound")
  func exposure() {
    var scene = Scene.rectangleBeforeSky
    scene.exposure.light = Colour(red: 127.5, green: 255, blue: 255)
    scene.exposure.noise = 4
    let samples = RenderedScene(scene).image.samples
    #expect(samples.indices.allSatisfy { $0 % 3 != 0 || samples[$0] <= 104 })
    #expect(abs(Int(samples[1]) - 120) <= 4)
    #expect(Set(stride(from: 1, to: 24, by: 3).map { samples[$0] }).count > 1, "no noise at all")
  }
}

extension Scene {
  /// A car that is one red rectangle, columns 2–4 and rows 1–3, before a blue sky; 8 × 6 pixels.
  static let rectangleBeforeSky = Scene(
    kind: .street, width: 8, height: 6,
    objects: [
      SceneObject(
        category: .sky, depth: 9,
        parts: [
          ScenePart(
            outline: .polygon([Point(-1, -1), Point(9, -1), Point(9, 7), Point(-1, 7)]),
            texture: .plain(Colour(red: 10, green: 120, blue: 230)))
        ]),
      SceneObject(
        category: .car, depth: 1,
        parts: [
          ScenePart(
            outline: .polygon([Point(2, 1), Point(5, 1), Point(5, 4), Point(2, 4)]),
            texture: .plain(Colour(red: 200, green: 30, blue: 40)))
        ]),
    ], exposure: .plain)
}
