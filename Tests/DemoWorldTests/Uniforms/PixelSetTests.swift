import TestSupport
import Testing

@testable import DemoWorld

@Suite("Pixel sets as polygons and runs")
struct PixelSetTests {
  /// A set drawn with one character a pixel, `#` for a member.
  private static func set(_ rows: [String]) -> PixelSet {
    PixelSet(
      width: rows[0].count, height: rows.count, members: rows.joined().map { $0 == "#" })
  }

  /// The pixels whose centres a polygon along the sides of pixels encloses, by the even-odd rule.
  static func fill(_ corners: [(x: Int, y: Int)], width: Int, height: Int) -> PixelSet {
    var filled = PixelSet(width: width, height: height)
    for (corner, next) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
      // A ray to the right of a pixel's centre meets the sides that run up or down beside its row.
      for row in min(corner.y, next.y)..<max(corner.y, next.y) {
        for column in 0..<corner.x { filled[column, row].toggle() }
      }
    }
    return filled
  }

  @Test("A rectangle's outline has its four corners, clockwise from the upper left")
  func rectangle() {
    let outline = Self.set(["....", ".##.", ".##.", ".##.", "...."]).outline
    #expect(outline.map(\.x) == [1, 3, 3, 1])
    #expect(outline.map(\.y) == [1, 1, 4, 4])
  }

  @Test("An outline has a corner wherever it turns and nowhere else")
  func staircase() {
    let outline = Self.set(["#..", "##.", "###"]).outline
    #expect(outline.map(\.x) == [0, 1, 1, 2, 2, 3, 3, 0])
    #expect(outline.map(\.y) == [0, 0, 1, 1, 2, 2, 3, 3])
  }

  @Test("Pixels that touch at a corner are two pieces, and the ring they close has no hole")
  func corners() {
    let set = Self.set(["##.", "#.#", ".##"])
    #expect(set.pieces.count == 2)
    #expect(set.pieces.map(\.count) == [3, 3])
  }

  @Test("A ring is cut in two where its hole begins")
  func ring() {
    let pieces = Self.set(["#####", "#...#", "#####"]).pieces
    #expect(
      pieces == [Self.set(["##...", "#....", "##..."]), Self.set(["..###", "....#", "..###"])])
  }

  @Test("The pieces of any set have no pixel in common, and their polygons enclose the set")
  func randomSets() {
    for seed: UInt64 in 1...60 {
      var generator = SplitMix64(seed: seed)
      let (width, height) = (Int.random(in: 1...14, using: &generator), 9)
      let share = Double.random(in: 0.2...0.9, using: &generator)
      let set = PixelSet(
        width: width, height: height,
        members: (0..<width * height).map { _ in
          Double.random(in: 0...1, using: &generator) < share
        })
      let pieces = set.pieces
      #expect(pieces.map(\.count).reduce(0, +) == set.count, "seed \(seed)")
      var union = PixelSet(width: width, height: height)
      for piece in pieces {
        let filled = Self.fill(piece.outline, width: width, height: height)
        #expect(filled == piece, "seed \(seed)")
        union.formUnion(filled)
      }
      #expect(union == set, "seed \(seed)")
    }
  }

  @Test("Runs go down the columns and begin outside")
  func runs() {
    #expect(Self.set(["..#", ".##"]).columnRuns == [3, 3])
    #expect(Self.set(["##", "#."]).columnRuns == [0, 3, 1])
    #expect(PixelSet(width: 2, height: 3).columnRuns == [6])
  }

  @Test("Bounds are those of the members, and the empty set has none")
  func bounds() throws {
    let bounds = try #require(Self.set(["....", ".#..", "...#"]).bounds)
    #expect(bounds.columns == 1..<4)
    #expect(bounds.rows == 1..<3)
    #expect(PixelSet(width: 2, height: 3).bounds == nil)
  }
}
