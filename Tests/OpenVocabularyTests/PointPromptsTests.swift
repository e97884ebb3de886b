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

  @Test("A score that is not a number is refused")
  func notFinite() {
    var similarity = Tensor(zeros: [4, 4, 1])
    similarity.elements[5] = .nan
    #expect(throws: OpenVocabularyError.self) {
      try PointPrompts(from: similarity, width: 8, height: 8)
    }
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
