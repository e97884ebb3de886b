import Testing

@testable import DemoWorld

@Suite("Outlines")
struct OutlineTests {
  @Test("A row through a circle's centre is its diameter, one at its rim is nothing")
  func circle() {
    let circle = Outline.ellipse(centre: Point(10, 20), horizontalRadius: 5, verticalRadius: 5)
    #expect(circle.spans(at: 20) == [5...15])
    #expect(circle.spans(at: 23) == [6...14])
    #expect(circle.spans(at: 25) == [])
    #expect(circle.verticalExtent == 15...25)
  }

  @Test("A row through a concave polygon has one stretch for each arm")
  func concavePolygon() {
    let fork = Outline.polygon([
      Point(0, 0), Point(2, 0), Point(2, 6), Point(4, 6), Point(4, 0), Point(6, 0), Point(6, 8),
      Point(0, 8),
    ])
    #expect(fork.spans(at: 3) == [0...2, 4...6])
    #expect(fork.spans(at: 7) == [0...6])
    #expect(fork.spans(at: 9) == [])
  }

  @Test("A row through a corner counts the corner once")
  func cornerOfTriangle() {
    let triangle = Outline.polygon([Point(0, 0), Point(8, 4), Point(0, 8)])
    #expect(triangle.spans(at: 4) == [0...8])
  }

  @Test("A polygon without corners covers nothing")
  func emptyPolygon() {
    #expect(Outline.polygon([]).spans(at: 0) == [])
  }
}
