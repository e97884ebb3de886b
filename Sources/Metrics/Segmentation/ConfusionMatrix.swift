/// How often pixels of each true class were predicted as each class.
///
/// The counts form a matrix `[classCount, classCount + 1]`: a row is a true class, a column a
/// predicted class, and the last column holds pixels for which nothing was predicted. Counts are
/// exact integers, so the order and the grouping in which images are added change nothing: shards
/// and workers each fill their own matrix and merge.
///
/// Pixels whose truth is ``Imaging/LabelMap/ignored`` are left out of the matrix and counted apart.
public struct ConfusionMatrix: Sendable, Equatable {
  /// The number of classes, which is the number of rows; there is one column more.
  public let classCount: Int

  /// The counts `[classCount, classCount + 1]`, row-major.
  public internal(set) var counts: [Int64]

  /// The number of pixels whose truth is ignored; they count nowhere else.
  public internal(set) var ignoredPixels: Int64

  /// Creates a matrix without a single pixel.
  ///
  /// - Precondition: there is at least one class and fewer than 65,535, so that every train id
  ///   differs from ``Imaging/LabelMap/ignored``.
  public init(classCount: Int) {
    precondition(
      (1..<Int(UInt16.max)).contains(classCount),
      "A confusion matrix needs 1 to 65534 classes, not \(classCount)")
    self.classCount = classCount
    counts = [Int64](repeating: 0, count: classCount * (classCount + 1))
    ignoredPixels = 0
  }

  /// The number of columns: one a class and one for pixels without a prediction.
  public var columnCount: Int { classCount + 1 }

  /// The number of pixels of one class that were predicted as another, or as none.
  ///
  /// - Parameters:
  ///   - truth: The true class, below `classCount`.
  ///   - prediction: The predicted class, or `classCount` for pixels without a prediction.
  public subscript(truth truth: Int, prediction prediction: Int) -> Int64 {
    precondition(
      (0..<classCount).contains(truth) && (0...classCount).contains(prediction),
      "No cell [\(truth), \(prediction)] in a matrix of \(classCount) × \(columnCount)")
    return counts[truth * columnCount + prediction]
  }

  /// The number of pixels in the matrix, that is, with a truth that is not ignored.
  public var scoredPixels: Int64 { counts.reduce(0, +) }

  /// Adds pixels of one true and one predicted class.
  ///
  /// - Parameters:
  ///   - pixels: How many there are.
  ///   - truth: The true class, below `classCount`.
  ///   - prediction: The predicted class, or `classCount` for pixels without a prediction.
  public mutating func add(_ pixels: Int64, truth: Int, prediction: Int) {
    precondition(
      (0..<classCount).contains(truth) && (0...classCount).contains(prediction) && pixels >= 0,
      "No \(pixels) pixels for [\(truth), \(prediction)] in a matrix of \(classCount) classes")
    counts[truth * columnCount + prediction] += pixels
  }

  /// Adds pixels whose truth is ignored.
  public mutating func addIgnored(_ pixels: Int64) {
    precondition(pixels >= 0, "No \(pixels) ignored pixels")
    ignoredPixels += pixels
  }

  /// Adds the counts of another matrix, for example of another shard.
  ///
  /// Merging is associative and commutative.
  ///
  /// - Precondition: both matrices have the same classes.
  public mutating func merge(_ other: ConfusionMatrix) {
    precondition(
      classCount == other.classCount,
      "A matrix of \(other.classCount) classes cannot be merged into one of \(classCount)")
    for index in counts.indices {
      counts[index] += other.counts[index]
    }
    ignoredPixels += other.ignoredPixels
  }
}
