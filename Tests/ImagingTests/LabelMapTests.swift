import Foundation
import Imaging
import TestSupport
import Testing

@Suite("Label map files")
struct LabelMapTests {
  @Test(
    "indices come as stored, whatever the bits, the palette and the gamma",
    arguments: [
      (PNGBuilder.ColourType.gray, 1), (.gray, 2), (.gray, 4), (.gray, 8), (.gray, 16),
      (.palette, 1), (.palette, 2), (.palette, 4), (.palette, 8),
    ])
  func readsRawIndices(_ colourType: PNGBuilder.ColourType, _ bitDepth: Int) throws {
    var generator = SplitMix64(seed: UInt64(bitDepth))
    for gamma in [nil, 45_455, 100_000] {
      for isInterlaced in [false, true] {
        var png = PNGBuilder(random: colourType, bitDepth: bitDepth, using: &generator)
        png.isInterlaced = isInterlaced
        if let gamma {
          png.extraChunks = [("gAMA", PNGBuilder.bytes(gamma, 4)), ("tRNS", [0, 0])]
        }
        let map = try LabelMap(decoding: png.data, named: "labels.png")
        #expect(map.width == png.width && map.height == png.height)
        #expect(map.labels == png.samples, "gamma \(gamma ?? 0), interlaced \(isInterlaced)")
      }
    }
  }

  @Test("an index without a colour is a label all the same")
  func readsIndicesOutsidePalette() throws {
    let png = PNGBuilder(
      width: 3, height: 1, colourType: .palette, bitDepth: 8, samples: [0, 255, 7],
      palette: [0, 0, 0, 255, 0, 0])
    #expect(try LabelMap(decoding: png.data, named: "labels.png").labels == [0, 255, 7])
  }

  @Test(
    "colours are refused with what was found and what to do",
    arguments: [
      (PNGBuilder.ColourType.rgb, 8, "a PNG with 8-bit RGB colours"),
      (.rgb, 16, "a PNG with 16-bit RGB colours"),
      (.rgba, 8, "a PNG with 8-bit RGB colours and transparency"),
      (.grayAlpha, 8, "a PNG with 8-bit gray and transparency"),
    ])
  func refusesColours(
    _ colourType: PNGBuilder.ColourType, _ bitDepth: Int, _ found: String
  ) throws {
    var generator = SplitMix64(seed: 1)
    let png = PNGBuilder(random: colourType, bitDepth: bitDepth, using: &generator)
    let error = #expect(throws: ImagingError.self) {
      try LabelMap(decoding: png.data, named: "masks/a.png")
    }
    #expect(error == .notALabelMap(file: "masks/a.png", found: found))
    #expect(
      error?.description == """
        masks/a.png: expected a label map, a PNG with one class number a pixel (palette or gray); \
        found \(found); export the labels as an index PNG
        """)
  }

  @Test("a JPEG is refused before it is decoded")
  func refusesJPEG() {
    let error = ImagingError.notALabelMap(
      file: "a.jpg", found: "a JPEG, whose compression changes the values")
    #expect(throws: error) {
      try LabelMap(decoding: JPEGFixture.all[0].data.prefix(100), named: "a.jpg")
    }
  }

  @Test(
    "labels survive a round trip with and without a palette", arguments: 0..<16 as Range<UInt64>)
  func roundTrips(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let width = Int.random(in: 1...40, using: &generator)
    let height = Int.random(in: 1...40, using: &generator)
    for largest: UInt16 in [0, 1, 20, 255, 256, 65535] {
      let map = LabelMap(
        width: width, height: height,
        labels: (0..<width * height).map { _ in .random(in: 0...largest, using: &generator) })
      let gray = try LabelMap(decoding: map.pngData(), named: "gray.png")
      #expect(gray == map, "seed \(seed), labels to \(largest)")
      guard largest <= 255 else { continue }
      let coloured = try LabelMap(decoding: map.pngData(palette: .pascalVOC), named: "colour.png")
      #expect(coloured == map, "seed \(seed), labels to \(largest), palette")
    }
  }

  @Test("the file has 8 bits while no label exceeds 255, and 16 otherwise")
  func choosesBitDepth() throws {
    // Bit depth and colour type stand behind the size in the header.
    let small = LabelMap(width: 1, height: 2, labels: [0, 255])
    #expect(Array(try small.pngData()[24...25]) == [8, 0])
    #expect(Array(try small.pngData(palette: .pascalVOC)[24...25]) == [8, 3])
    let large = LabelMap(width: 1, height: 2, labels: [0, 256])
    #expect(Array(try large.pngData()[24...25]) == [16, 0])
  }

  @Test("viewers see the palette's colours")
  func writesPalette() throws {
    let map = LabelMap(width: 2, height: 1, labels: [15, 255])
    let picture = try RGBImage(decoding: map.pngData(palette: .pascalVOC), named: "map.png")
    #expect(picture.samples == [192, 128, 128, 224, 224, 192])
  }

  @Test("a label without a colour is not written")
  func refusesLabelsOutsidePalette() {
    let map = LabelMap(width: 2, height: 1, labels: [3, 300])
    #expect(throws: ImagingError.labelOutsidePalette(label: 300, colourCount: 256)) {
      try map.pngData(palette: .pascalVOC)
    }
    let two = Palette([.init(red: 0, green: 0, blue: 0), .init(red: 9, green: 9, blue: 9)])
    let error = #expect(throws: ImagingError.self) {
      try LabelMap(width: 1, height: 1, labels: [2]).pngData(palette: two)
    }
    #expect(
      error?.description == """
        label 2 has no colour in a palette of 2; \
        write the label map without a palette or with a larger one
        """)
  }
}
