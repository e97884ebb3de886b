import Foundation
import Metrics
import TestSupport
import Testing

@testable import Evaluation

/// What is kept says as much as what was computed, and what nobody can have computed is refused.
@Suite("Record contents")
struct RecordContentTests {
  private func stored<Content: RecordContent>(_ content: Content) throws -> Content {
    try JSONDecoder().decode(Content.self, from: JSONEncoder().encode(content))
  }

  @Test("a confusion matrix comes back as it was", arguments: 1...4)
  func confusion(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let classCount = 1 + Int(seed) * 3
    var matrix = ConfusionMatrix(classCount: classCount)
    for _ in 0..<12 {
      matrix.add(
        Int64.random(in: 0...100_000, using: &generator),
        truth: Int.random(in: 0..<classCount, using: &generator),
        prediction: Int.random(in: 0...classCount, using: &generator))
    }
    matrix.addIgnored(Int64.random(in: 0...9, using: &generator))
    let content = try stored(SegmentationContent(matrix))
    #expect(try content.matrix(classCount: classCount) == matrix, "seed \(seed)")
  }

  @Test("maps come back to the last bit", arguments: 1...4)
  func maps(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let maps = (0..<3).map { _ in
      MapOutcome(
        of: generator.floats(500, in: 0...1),
        inside: (0..<500).map { _ in Bool.random(using: &generator) },
        void: (0..<500).map { $0 % 7 == 0 }, rankingPixels: seed % 2 == 0)
    }
    let content = try stored(ExplanationContent(classes: [1, 4, 6], maps: maps))
    #expect(try content.outcomes(classCount: 7) == maps, "seed \(seed)")
    #expect(throws: RecordError.self) { try content.outcomes(classCount: 6) }
  }

  @Test("scores come back to the last bit, with what the image shows")
  func scores() throws {
    var generator = SplitMix64(seed: 5)
    let truth: [RecognitionTally.Presence] = [.present, .absent, .undecided, .present]
    let scores = generator.floats(4, in: -1...1)
    let content = try stored(RecognitionContent(scores: scores, truth: truth))
    #expect(content.scores.map(\.bitPattern) == scores.map(\.bitPattern))
    #expect(try content.truth(classCount: 4) == truth)
    #expect(throws: RecordError.self) { try content.truth(classCount: 3) }
  }

  @Test(
    "a confusion that no image has is refused",
    arguments: [
      #"[[2,0,1]]"#, #"[[0,3,1]]"#, #"[[0,0,0]]"#, #"[[0,0,-4]]"#, #"[[-1,0,4]]"#, #"[[0,0]]"#,
      #"[[0,0,9223372036854775807]]"#,
    ])
  func impossibleConfusion(cells: String) throws {
    let json = #"{"confusion":\#(cells),"ignoredPixels":0}"#
    let content = try JSONDecoder().decode(SegmentationContent.self, from: Data(json.utf8))
    #expect(throws: RecordError.self) { try content.matrix(classCount: 2) }
  }

  @Test(
    "points that nobody can have counted are refused",
    arguments: [(3, 1, 2, 0, 0), (0, 3, 2, 0, 0), (0, 0, 0, 5, 4), (0, -1, 2, 0, 0)])
  func impossiblePoints(entry: (Int, Int, Int, Int, Int)) throws {
    let json = """
      {"points":[{"class":\(entry.0),"correctPositives":\(entry.1),"positives":\(entry.2),
      "correctNegatives":\(entry.3),"negatives":\(entry.4)}]}
      """
    let content = try JSONDecoder().decode(PointContent.self, from: Data(json.utf8))
    #expect(throws: RecordError.self) { try content.outcomes(classCount: 3) }
  }
}
