import Checkpoints
import Foundation
import OpenVocabulary
import Tensors
import TestSupport
import Testing

@Suite("Point prompts")
struct PointPromptsTests {
  private typealias Point = PointPrompts.Point

  @Test("A threshold and half the cells limit the points; both lists ascend")
  func choosesPoints() throws {
    // 8 × 4 patches become 4 × 2 cells; blocks of equal patches keep their value where nothing differs.
    var similarity = Tensor(zeros: [4, 8, 1])
    let cells: [Float] = [0.1, 0.9, 0.95, 0, 0.3, 1, 0.2, 0.7]
    for row in 0..<4 {
      for column in 0..<8 {
        similarity.elements[row * 8 + column] = cells[row / 2 * 4 + column / 2]
      }
    }
    let points = try PointPrompts(from: similarity, width: 80, height: 20)
    #expect(points.positives == [Point(x: 30, y: 5), Point(x: 50, y: 5), Point(x: 30, y: 15)])
    #expect(points.negatives == [Point(x: 70, y: 5), Point(x: 10, y: 5), Point(x: 50, y: 15)])
  }

  @Test("Where all cells reach the threshold but one, half of them are positive")
  func limitsToHalf() throws {
    let similarity = Tensor(
      shape: [4, 4, 1], elements: (0..<16).map { [0, 0.97, 0.98, 1][$0 / 8 * 2 + $0 % 4 / 2] })
    let points = try PointPrompts(from: similarity, width: 4, height: 4)
    #expect(points.positives.count == 2)
    #expect(points.negatives.count == 2)
  }

  @Test("A constant map gives no points")
  func constantMap() throws {
    let points = try PointPrompts(
      from: Tensor(shape: [6, 6, 1], elements: Array(repeating: 0.25, count: 36)), width: 60,
      height: 60)
    #expect(points == PointPrompts(positives: [], negatives: []))
  }

  @Test("A grid may be one patch high or wide; a single patch gives no points")
  func narrowGrids() throws {
    let row = Tensor(shape: [1, 8, 1], elements: [0, 0, 1, 1, 0.2, 0.2, 0.9, 0.9])
    let points = try PointPrompts(from: row, width: 80, height: 10)
    #expect(points.positives == [Point(x: 70, y: 5), Point(x: 30, y: 5)])
    #expect(points.negatives == [Point(x: 10, y: 5), Point(x: 50, y: 5)])
    let column = Tensor(shape: [8, 1, 1], elements: row.elements)
    let turned = try PointPrompts(from: column, width: 10, height: 80)
    #expect(turned.positives.map(\.y) == points.positives.map(\.x))
    #expect(turned.negatives.map(\.y) == points.negatives.map(\.x))
    let single = try PointPrompts(
      from: Tensor(shape: [1, 1, 1], elements: [0.3]), width: 9, height: 9)
    #expect(single == PointPrompts(positives: [], negatives: []))
    let combined = try PointPrompts(
      combining: Tensor(shape: [1, 1, 2], elements: [0.3, 0.4]), queries: [0, 1], width: 9,
      height: 9)
    #expect(combined == PointPrompts(positives: [], negatives: []))
  }

  @Test("A score that is not a number is refused")
  func notFinite() {
    var similarity = Tensor(zeros: [4, 4, 1])
    similarity.elements[5] = .nan
    #expect(throws: OpenVocabularyError.self) {
      try PointPrompts(from: similarity, width: 8, height: 8)
    }
  }

  @Test("Texts together: positives of each map, negatives of the mean of the scaled maps")
  func combines() throws {
    // Two maps of 4 × 2 cells, each cell of 2 × 2 equal patches; the second is 100 times as large, which
    // must not give it more weight.
    let first: [Float] = [0, 0.5, 1, 0.9, 0.1, 0.2, 0.3, 0.4]
    let second: [Float] = [100, 50, 0, 0, 10, 20, 30, 95]
    var similarity = Tensor(zeros: [4, 8, 3])
    for row in 0..<4 {
      for column in 0..<8 {
        let (patch, cell) = (row * 8 + column, row / 2 * 4 + column / 2)
        similarity.elements[patch * 3] = first[cell]
        similarity.elements[patch * 3 + 1] = .pi
        similarity.elements[patch * 3 + 2] = second[cell]
      }
    }
    let points = try PointPrompts(
      combining: similarity, queries: [0, 2], width: 4, height: 2)
    // The means are 0.5, 0.5, 0.5, 0.45, 0.1, 0.2, 0.3, 0.675; after scaling one reaches 0.8.
    #expect(
      points.positives == [
        Point(x: 3, y: 0), Point(x: 2, y: 0), Point(x: 3, y: 1), Point(x: 0, y: 0),
      ])
    #expect(points.negatives == [Point(x: 0, y: 1)])
  }

  @Test("One text combined with none is that text; a constant map adds no points")
  func combinesOne() throws {
    var similarity = Tensor(zeros: [6, 6, 2])
    for patch in 0..<36 { similarity.elements[patch * 2] = Float(patch * 7 % 36) }
    let single = Tensor(
      shape: [6, 6, 1], elements: (0..<36).map { similarity.elements[$0 * 2] })
    let alone = try PointPrompts(from: single, width: 31, height: 17)
    #expect(!alone.positives.isEmpty)
    #expect(
      try PointPrompts(combining: similarity, queries: [0], width: 31, height: 17) == alone)
    let beside = try PointPrompts(
      combining: similarity, queries: [0, 1], width: 31, height: 17)
    #expect(beside == alone)
    let nothing = try PointPrompts(combining: similarity, queries: [1], width: 31, height: 17)
    #expect(nothing == PointPrompts(positives: [], negatives: []))
  }

  /// The reference's points for one input size.
  private struct Expected: Decodable {
    struct Points: Decodable {
      let points: [[Int]]
      let labels: [Int]
    }
    let points: [String: Points]
  }

  @Test(
    "The reference's points from the reference's similarities", .requiresSharedData,
    arguments: [("vit-tiny", 32, 4), ("vit-tiny", 64, 8), ("rn-tiny", 160, 5)])
  func referencePoints(model: String, size: Int, grid: Int) throws {
    let expected = try JSONDecoder().decode(
      Expected.self, from: SharedData.data("golden/\(model)/expected.json")
    ).points["\(size)"]
    let reference = try SafetensorsFile(
      contentsOf: SharedData.url("golden/\(model)/expected.safetensors"))
    // Of the first image, the fifth of eight labels.
    let similarity = try reference.tensor(named: "\(size).similarity.labels")
    let tokens = similarity.shape[1]
    let first = Tensor(
      shape: [tokens, 1], elements: (0..<tokens).map { similarity.elements[$0 * 8 + 4] })
    let points = try PointPrompts(
      from: first.patchGrid(rows: grid, columns: grid), width: 53, height: 37)
    let all = (points.positives + points.negatives).map { [$0.x, $0.y] }
    #expect(all == expected?.points)
    #expect(points.positives.count == expected?.labels.count { $0 == 1 })
  }
}
