import Imaging
import TestSupport
import Testing

@Suite("Heat maps")
struct HeatMapTests {
  private typealias Colour = Palette.Colour

  @Test("Jet is blue below, green in the middle and red above, as OpenCV's")
  func jet() {
    let colours = HeatPalette.jet.palette.colours
    #expect(colours.count == 256)
    #expect(colours[0] == Colour(red: 0, green: 0, blue: 128))
    #expect(colours[32] == Colour(red: 0, green: 0, blue: 255))
    #expect(colours[96] == Colour(red: 2, green: 255, blue: 254))
    #expect(colours[127] == Colour(red: 126, green: 255, blue: 130))
    #expect(colours[160] == Colour(red: 255, green: 252, blue: 0))
    #expect(colours[223] == Colour(red: 255, green: 0, blue: 0))
    #expect(colours[255] == Colour(red: 128, green: 0, blue: 0))
  }

  @Test("Viridis has its published colours and grows lighter from colour to colour")
  func viridis() {
    let colours = HeatPalette.viridis.palette.colours
    #expect(colours.count == 256)
    #expect(colours[0] == Colour(red: 68, green: 1, blue: 84))
    #expect(colours[127] == Colour(red: 33, green: 144, blue: 141))
    #expect(colours[128] == Colour(red: 33, green: 145, blue: 140))
    #expect(colours[255] == Colour(red: 253, green: 231, blue: 37))
    let lightness = colours.map {
      0.2126 * Double($0.red) + 0.7152 * Double($0.green) + 0.0722 * Double($0.blue)
    }
    // Eight bits round a step of lightness away here and there, never two.
    for (darker, lighter) in zip(lightness, lightness.dropFirst(2)) {
      #expect(darker < lighter)
    }
  }

  @Test(
    "A score takes the nearest of 256 colours, mixed by the opacity",
    arguments: HeatPalette.allCases)
  func overlay(palette: HeatPalette) {
    let image = RGBImage(width: 3, height: 1, samples: [10, 20, 30, 40, 50, 60, 70, 80, 90])
    let colours = palette.palette.colours
    let scores: [Float] = [0, 1, 0.502]
    #expect(image.overlaid(withScores: scores, palette: palette, opacity: 0) == image)
    let full = image.overlaid(withScores: scores, palette: palette, opacity: 1)
    #expect(
      full.samples
        == [colours[0], colours[255], colours[128]].flatMap { [$0.red, $0.green, $0.blue] })
    let half = image.overlaid(withScores: scores, palette: palette, opacity: 0.5)
    let expected = zip(image.samples, full.samples).map {
      UInt8((Double($0) / 2 + Double($1) / 2).rounded())
    }
    #expect(half.samples == expected)
  }

  @Test("A score beyond 1 is a caller's mistake")
  func trapsOnScore() async {
    await #expect(processExitsWith: .failure) {
      _ = RGBImage(width: 1, height: 1, samples: [0, 0, 0]).overlaid(
        withScores: [1.5], palette: .jet, opacity: 1)
    }
  }
}

@Suite("Tiling")
struct TilingTests {
  private func picture(_ value: UInt8) -> RGBImage {
    RGBImage(width: 2, height: 1, samples: Array(repeating: value, count: 6))
  }

  @Test("Pictures lie in rows with white between them, and nothing around")
  func tiles() {
    let tiled = RGBImage(
      tiling: [[picture(1), picture(2)], [picture(3), picture(4)]], gap: 1)
    #expect(tiled.width == 5)
    #expect(tiled.height == 3)
    let red = stride(from: 0, to: tiled.samples.count, by: 3).map { tiled.samples[$0] }
    #expect(red == [1, 1, 255, 2, 2, 255, 255, 255, 255, 255, 3, 3, 255, 4, 4])
  }

  @Test("One picture is itself")
  func one() {
    #expect(RGBImage(tiling: [[picture(7)]], gap: 4) == picture(7))
  }

  @Test("Pictures of two sizes are a caller's mistake")
  func trapsOnSizes() async {
    await #expect(processExitsWith: .failure) {
      let (one, two) = (
        RGBImage(width: 1, height: 1, samples: [0, 0, 0]),
        RGBImage(width: 1, height: 2, samples: [0, 0, 0, 0, 0, 0])
      )
      _ = RGBImage(tiling: [[one, two]], gap: 0)
    }
  }
}

@Suite("Discs")
struct DiscTests {
  @Test("A disc has its colour inside and a white rim, and stops at the picture's edge")
  func disc() {
    let image = RGBImage(width: 5, height: 4, samples: Array(repeating: 9, count: 60))
    let drawn = image.drawing(
      discsAt: [(x: 0, y: 1), (x: 30, y: -30)], radius: 2,
      colour: .init(red: 1, green: 2, blue: 3))
    let red = stride(from: 0, to: 60, by: 3).map { drawn.samples[$0] }
    #expect(
      red == [
        1, 255, 9, 9, 9,
        1, 1, 255, 9, 9,
        1, 255, 9, 9, 9,
        255, 9, 9, 9, 9,
      ])
    #expect(Array(drawn.samples.prefix(3)) == [1, 2, 3])
  }
}
