import Imaging
import Testing

@Suite("Palette")
struct PaletteTests {
  @Test("has the colours of the PASCAL VOC masks")
  func pascalVOC() {
    let colours = Palette.pascalVOC.colours
    #expect(colours.count == 256)
    #expect(colours[0] == .init(red: 0, green: 0, blue: 0))
    #expect(colours[1] == .init(red: 128, green: 0, blue: 0))
    #expect(colours[15] == .init(red: 192, green: 128, blue: 128))
    #expect(colours[20] == .init(red: 0, green: 64, blue: 128))
    #expect(colours[255] == .init(red: 224, green: 224, blue: 192))
    #expect(Set(colours).count == 256)
  }
}
