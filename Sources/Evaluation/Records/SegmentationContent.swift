public import Metrics

/// What is kept of one image's segmentation: the cells of its confusion matrix that are not zero.
public struct SegmentationContent: RecordContent {
  /// Triples of the true class, the predicted one, and how many pixels; the number of classes stands
  /// for no prediction.
  public let confusion: [[Int64]]

  /// The number of pixels whose truth is ignored.
  public let ignoredPixels: Int64

  private enum CodingKeys: CodingKey {
    case confusion
    case ignoredPixels
  }

  /// How many pixels an image may have, so that no sum of a record overflows.
  private static let pixelCounts = 1...Int64(UInt32.max)

  /// Keeps a matrix.
  public init(_ matrix: ConfusionMatrix) {
    confusion = matrix.counts.enumerated().compactMap { cell, count in
      guard count > 0 else { return nil }
      let (truth, prediction) = cell.quotientAndRemainder(dividingBy: matrix.columnCount)
      return [Int64(truth), Int64(prediction), count]
    }
    ignoredPixels = matrix.ignoredPixels
  }

  /// Reads what was kept.
  ///
  /// - Parameter decoder: Where it comes from.
  /// - Throws: `DecodingError` where it is none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    confusion = try container.integerLists(forKey: .confusion)
    ignoredPixels = try container.decode(Int64.self, forKey: .ignoredPixels)
  }

  /// The matrix that was kept.
  ///
  /// - Parameter classCount: The number of classes that there are.
  /// - Returns: The matrix.
  /// - Throws: ``RecordError/unfitting(got:expected:)`` where a cell is not in such a matrix.
  public func matrix(classCount: Int) throws(RecordError) -> ConfusionMatrix {
    var matrix = ConfusionMatrix(classCount: classCount)
    for cell in try cells(classCount: classCount) {
      matrix.add(cell.pixels, truth: cell.truth, prediction: cell.prediction)
    }
    matrix.addIgnored(ignoredPixels)
    return matrix
  }

  /// The pixels of each class, without the matrix: a run of a thousand classes has one of a million cells
  /// for every image.
  ///
  /// - Parameter classCount: The number of classes that there are.
  /// - Returns: The pixels.
  /// - Throws: As ``matrix(classCount:)``.
  public func row(classCount: Int) throws(RecordError) -> SegmentationRow {
    SegmentationRow(cells: try cells(classCount: classCount), classCount: classCount)
  }

  /// The cells, each found to be one of a matrix.
  private func cells(
    classCount: Int
  ) throws(RecordError) -> [(truth: Int, prediction: Int, pixels: Int64)] {
    var cells: [(truth: Int, prediction: Int, pixels: Int64)] = []
    for cell in confusion {
      guard cell.count == 3, (0..<Int64(classCount)).contains(cell[0]),
        (0...Int64(classCount)).contains(cell[1]), Self.pixelCounts.contains(cell[2])
      else {
        throw .unfitting(
          got: "the confusion \(cell)",
          expected: "a true class below \(classCount), a predicted one and a number of pixels")
      }
      cells.append((Int(cell[0]), Int(cell[1]), cell[2]))
    }
    guard ignoredPixels == 0 || Self.pixelCounts.contains(ignoredPixels) else {
      throw .unfitting(got: "\(ignoredPixels) ignored pixels", expected: "as many as an image has")
    }
    return cells
  }
}
