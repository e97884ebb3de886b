import Imaging
import Testing

@Suite("Overlay")
struct OverlayTests {
  private let image = RGBImage(width: 2, height: 1, samples: [10, 20, 30, 40, 50, 60])
  private let palette = Palette([
    .init(red: 255, green: 0, blue: 7), .init(red: 0, green: 100, blue: 200),
  ])

  @Test("mixes picture and colour by the opacity, rounded to the nearest")
  func mixes() {
    let labels = LabelMap(width: 2, height: 1, labels: [0, 1])
    let mixed = image.overlaid(with: labels, palette: palette, opacity: 0.25)
    // 10·¾ + 255·¼ = 71.25, 20·¾ = 15, 30·¾ + 7·¼ = 24.25; 40·¾ = 30, 62.5, 95.
    #expect(mixed.samples == [71, 15, 24, 30, 63, 95])
    #expect(image.overlaid(with: labels, palette: palette, opacity: 0) == image)
    #expect(
      image.overlaid(with: labels, palette: palette, opacity: 1).samples
        == [255, 0, 7, 0, 100, 200])
  }

  @Test("ignored pixels keep the picture")
  func keepsIgnored() {
    let labels = LabelMap(width: 2, height: 1, labels: [LabelMap.ignored, 1])
    let mixed = image.overlaid(with: labels, palette: palette, opacity: 1)
    #expect(mixed.samples == [10, 20, 30, 0, 100, 200])
  }

  @Test("a label without a colour is a caller's mistake")
  func trapsOnLabelOutsidePalette() async {
    await #expect(processExitsWith: .failure) {
      let image = RGBImage(width: 1, height: 1, samples: [0, 0, 0])
      _ = image.overlaid(
        with: LabelMap(width: 1, height: 1, labels: [256]), palette: .pascalVOC, opacity: 1)
    }
  }
}
