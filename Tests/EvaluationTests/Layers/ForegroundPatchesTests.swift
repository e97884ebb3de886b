import Datasets
import TestSupport
import Testing

@testable import Evaluation

@Suite("ForegroundPatches")
struct ForegroundPatchesTests {
  /// A region from a drawing: `#` inside, `?` void, anything else outside.
  private func region(_ lines: [String]) -> ClassRegion {
    let pixels = lines.flatMap { Array($0) }
    func mask(_ sign: Character) -> PixelMask {
      PixelMask(width: lines[0].count, height: lines.count, pixels: pixels.map { $0 == sign })
    }
    return ClassRegion(classID: 0, inside: mask("#"), void: mask("?"))
  }

  @Test("half a patch is enough, void pixels do not count, and nothing known is not foreground")
  func halves() {
    let patches = ForegroundPatches(
      of: region([
        "##....#?",
        ".......?",
        "##.?????",
        ".....???",
      ]), rows: 2, columns: 4)
    #expect(
      patches.isForeground == [
        true, false, false, true,
        true, false, false, false,
      ])
    #expect(patches.count == 3)
    #expect(patches.hasBothSides)
  }

  @Test("a patch without a pixel shows nothing, and a patch of one pixel shows that")
  func smallImages() {
    let patches = ForegroundPatches(of: region(["#."]), rows: 2, columns: 4)
    #expect(
      patches.isForeground == [
        false, false, false, false,
        false, true, false, false,
      ])
    #expect(!ForegroundPatches(of: region(["##"]), rows: 1, columns: 2).hasBothSides)
    #expect(!ForegroundPatches(of: region([".."]), rows: 1, columns: 2).hasBothSides)
  }
}
