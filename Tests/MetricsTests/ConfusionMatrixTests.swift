import Foundation
import Imaging
import Metrics
import TestSupport
import Testing

@Suite("ConfusionMatrix")
struct ConfusionMatrixTests {
  @Test("counts truth by row and prediction by column, the last for none")
  func cells() throws {
    var matrix = ConfusionMatrix(classCount: 2)
    try matrix.add(
      truth: LabelMap(rows: [[0, 0, 0], [1, 1, 255]]),
      prediction: LabelMap(rows: [[0, 1, 255], [0, 1, 1]]))
    #expect(matrix.counts == [1, 1, 1, 1, 1, 0])
    #expect(matrix[truth: 0, prediction: 2] == 1)
    #expect(matrix.ignoredPixels == 1)
    #expect(matrix.scoredPixels == 5)
  }

  @Test("agrees with a dictionary of pairs", arguments: 100..<140 as Range<UInt64>)
  func dictionary(seed: UInt64) throws {
    let (images, classCount) = ScoreTests.images(seed: seed)
    let matrix = try confusion(of: images, classCount: classCount)
    var pairs: [[Int]: Int64] = [:]
    var ignored: Int64 = 0
    for image in images {
      for (truth, prediction) in zip(image.truth.labels, image.prediction.labels) {
        if truth == LabelMap.ignored {
          ignored += 1
        } else {
          let column = prediction == LabelMap.ignored ? classCount : Int(prediction)
          pairs[[Int(truth), column], default: 0] += 1
        }
      }
    }
    #expect(matrix.ignoredPixels == ignored, "seed \(seed)")
    for row in 0..<classCount {
      for column in 0...classCount {
        #expect(
          matrix[truth: row, prediction: column] == pairs[[row, column], default: 0],
          "seed \(seed), cell [\(row), \(column)]")
      }
    }
  }

  @Test("merges in any order and any grouping", arguments: 200..<220 as Range<UInt64>)
  func merging(seed: UInt64) throws {
    let (images, classCount) = ScoreTests.images(seed: seed)
    let whole = try confusion(of: images, classCount: classCount)
    let parts = try images.map { try confusion(of: [$0], classCount: classCount) }
    var forward = ConfusionMatrix(classCount: classCount)
    var backward = forward
    for part in parts { forward.merge(part) }
    for part in parts.reversed() { backward.merge(part) }
    #expect(forward == whole, "seed \(seed)")
    #expect(backward == whole, "seed \(seed)")

    // (a + b) + c = a + (b + c), with an empty matrix where there are fewer images.
    let empty = ConfusionMatrix(classCount: classCount)
    let three = (0..<3).map { $0 < parts.count ? parts[$0] : empty }
    var left = three[0]
    left.merge(three[1])
    left.merge(three[2])
    var inner = three[1]
    inner.merge(three[2])
    var right = three[0]
    right.merge(inner)
    #expect(left == right, "seed \(seed)")
  }

  @Test("refuses maps of different size and stays as it was")
  func sizes() throws {
    let pixel = LabelMap(rows: [[0]])
    var matrix = try confusion(of: [LabelMapPair(truth: pixel, prediction: pixel)], classCount: 2)
    let before = matrix
    let error = #expect(throws: MetricsError.self) {
      try matrix.add(truth: LabelMap(rows: [[0, 1]]), prediction: LabelMap(rows: [[0], [1]]))
    }
    #expect(
      error
        == .sizesDiffer(truthWidth: 2, truthHeight: 1, predictionWidth: 1, predictionHeight: 2))
    #expect(
      error?.description == """
        The prediction is 1 × 2 pixels and the ground truth 2 × 1. A prediction must have the size \
        of its label file.
        """)
    #expect(matrix == before)
  }

  @Test("refuses predictions outside the table, under ignored pixels too, and stays as it was")
  func predictionOutsideTable() throws {
    var matrix = ConfusionMatrix(classCount: 3)
    let before = matrix
    let error = #expect(throws: MetricsError.self) {
      try matrix.add(
        truth: LabelMap(rows: [[0, 1, 2, 255]]), prediction: LabelMap(rows: [[3, 77, 2, 77]]))
    }
    #expect(error == .predictionOutsideTable(labels: [3: 1, 77: 2], classCount: 3))
    #expect(
      error?.description == """
        The prediction holds label 3 (1 pixel), label 77 (2 pixels); train ids run from 0 to 2. \
        Check that it was made with the same class list and holds train ids, not raw labels.
        """)
    #expect(matrix == before)
  }

  @Test("lists at most eight labels outside the table and counts the rest")
  func manyLabels() throws {
    let error = #expect(throws: MetricsError.self) {
      try confusion(
        of: [LabelMapPair(truth: [Array(0...12)], prediction: [Array(repeating: 0, count: 13)])],
        classCount: 2)
    }
    #expect(error?.description.contains("label 9 (1 pixel) and 3 more labels") == true)
  }

  @Test("stays exact where 32-bit and 64-bit floating point stop counting")
  func exactness() throws {
    // 2^53 pixels and one more: a Double holds only the former.
    let pixel = LabelMap(rows: [[0]])
    let one = try confusion(of: [LabelMapPair(truth: pixel, prediction: pixel)], classCount: 1)
    var matrix = one
    for _ in 0..<53 {
      let copy = matrix
      matrix.merge(copy)
    }
    matrix.merge(one)
    #expect(matrix[truth: 0, prediction: 0] == 1 << 53 + 1)
  }

  @Test("survives JSON as rows of counts")
  func coding() throws {
    let matrix = try confusion(of: ReferenceVectors.predictedOnly, classCount: 4)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = try encoder.encode(matrix)
    #expect(
      String(decoding: data, as: UTF8.self) == """
        {"classCount":4,"counts":[[3,0,1,0,0],[0,3,0,0,0],[0,0,0,0,0],[0,0,0,0,0]],\
        "ignoredPixels":1}
        """)
    #expect(try JSONDecoder().decode(ConfusionMatrix.self, from: data) == matrix)
  }

  @Test(
    "refuses JSON that is no matrix",
    arguments: [
      #"{"classCount":0,"counts":[],"ignoredPixels":0}"#,
      #"{"classCount":1,"counts":[[1]],"ignoredPixels":0}"#,
      #"{"classCount":1,"counts":[[1,0],[0,0]],"ignoredPixels":0}"#,
      #"{"classCount":1,"counts":[[-1,0]],"ignoredPixels":0}"#,
      #"{"classCount":1,"counts":[[1,0]],"ignoredPixels":-1}"#,
      #"{"classCount":1,"counts":[[9223372036854775807,1]],"ignoredPixels":0}"#,
    ])
  func badJSON(document: String) {
    #expect(throws: DecodingError.self, "\(document)") {
      try JSONDecoder().decode(ConfusionMatrix.self, from: Data(document.utf8))
    }
  }

  @Test("traps when matrices of different classes are merged")
  func mergeTrap() async {
    await #expect(processExitsWith: .failure) {
      var matrix = ConfusionMatrix(classCount: 2)
      matrix.merge(ConfusionMatrix(classCount: 3))
    }
  }
}
