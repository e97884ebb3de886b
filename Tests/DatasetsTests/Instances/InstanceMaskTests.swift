import Datasets
import Foundation
import TestSupport
import Testing

@Suite("Masks of instances")
struct InstanceMaskTests {
  @Test("polygons and run lengths show the pixels that COCO's own tools draw")
  func referenceMasks() throws {
    let cases = try DrawnMask.all()
    #expect(cases.count >= 400)
    for (number, drawn) in cases.enumerated() {
      var mask = PixelMask(width: drawn.width, height: drawn.height)
      try mask.fill(drawn.shape)
      let differing = zip(mask.pixels, drawn.pixels).count { $0 != $1 }
      #expect(
        differing == 0,
        "case \(number), \(drawn.width) × \(drawn.height): \(differing) pixels of \(drawn.shape)")
    }
  }

  @Test("a filled mask keeps the pixels it had")
  func filling() throws {
    let outline = try PolygonOutline(coordinates: [0, 0, 2, 0, 2, 2, 0, 2])
    var mask = PixelMask(width: 4, height: 2)
    mask.pixels[3] = true
    try mask.fill(.polygons([outline]))
    try mask.fill(.runs(PixelRuns(width: 4, height: 2, lengths: [0, 1, 7])))
    #expect(mask.pixels == [true, true, false, true, true, true, false, false])
  }

  @Test("sets of pixels are joined and subtracted")
  func sets() {
    var mask = PixelMask(width: 3, height: 1, pixels: [true, true, false])
    mask.subtract(PixelMask(width: 3, height: 1, pixels: [true, false, true]))
    #expect(mask.pixels == [false, true, false])
    mask.formUnion(PixelMask(width: 3, height: 1, pixels: [false, true, true]))
    #expect(mask.pixels == [false, true, true])
  }

  @Test(
    "numbers that are no polygon are refused",
    arguments: [
      ([], "a polygon of 0 numbers"),
      ([1, 2, 3, 4], "a polygon of 4 numbers"),
      ([1, 2, 3, 4, 5, 6, 7], "a polygon of 7 numbers"),
      ([1, 2, 3, 4, 5, 1e9], "the coordinate 1000000000.0"),
      ([1, 2, 3, -.infinity, 5, 6], "the coordinate -inf"),
      ([1, 2, 3, .nan, 5, 6], "the coordinate nan"),
    ] as [([Double], String)])
  func badPolygons(coordinates: [Double], got: String) {
    let error = #expect(throws: InstanceShapeError.self) {
      try PolygonOutline(coordinates: coordinates)
    }
    #expect(error?.got == got)
  }

  @Test(
    "run lengths that do not make the image are refused",
    arguments: [
      ([], "runs of 0 pixels together"),
      ([5], "runs of 5 pixels together"),
      ([3, 4], "runs of 7 pixels together"),
      ([7, -1], "a run of -1 pixels"),
      ([6, .max], "a run of \(Int.max) pixels"),
    ] as [([Int], String)])
  func badRuns(lengths: [Int], got: String) {
    let error = #expect(throws: InstanceShapeError.self) {
      try PixelRuns(width: 3, height: 2, lengths: lengths)
    }
    #expect(error?.got == got)
  }

  @Test(
    "compressed run lengths that are cut off or altered are refused",
    arguments: [
      ("", "runs of 0 pixels together"),
      ("5", "runs of 5 pixels together"),
      ("V", "runs that end within a number"),
      ("6/", "the character \"/\" in runs"),
      ("6p", "the character \"p\" in runs"),
      ("oooooooo", "a run length of more than 7 characters"),
      ("O", "a run of -1 pixels"),
      // 1, 1, 5 and then 1 − 2 = −1.
      ("115N", "a run of -1 pixels"),
    ])
  func badCompressedRuns(text: String, got: String) {
    let error = #expect(throws: InstanceShapeError.self) {
      try PixelRuns(width: 3, height: 2, compressed: text)
    }
    #expect(error?.got == got)
  }

  @Test("run lengths of another image are refused")
  func otherSize() throws {
    let runs = try PixelRuns(width: 3, height: 2, lengths: [6])
    var mask = PixelMask(width: 2, height: 3)
    #expect(
      throws: InstanceShapeError(
        got: "runs for 3 × 2 pixels", expected: "the size of the image, 2 × 3")
    ) {
      try mask.fill(.runs(runs))
    }
  }
}
