/// The pixels of one image, class by class: all that its segmentation scores are made of.
public struct SegmentationRow: Sendable, Hashable, Codable {
  /// The pixels of one class in one image.
  public struct ClassPixels: Sendable, Hashable, Codable {
    /// The class.
    public let classID: Int

    /// The scored pixels that are of the class and were predicted to be.
    public let intersection: Int64

    /// The scored pixels that were predicted to be of the class.
    public let prediction: Int64

    /// The scored pixels that are of the class.
    public let truth: Int64

    /// Creates the pixels of one class.
    ///
    /// - Precondition: no number is negative, and the intersection is no larger than either side.
    public init(classID: Int, intersection: Int64, prediction: Int64, truth: Int64) {
      precondition(
        classID >= 0 && intersection >= 0 && intersection <= min(prediction, truth),
        "Class \(classID) with \(intersection) of \(truth) true and \(prediction) predicted pixels")
      self.classID = classID
      self.intersection = intersection
      self.prediction = prediction
      self.truth = truth
    }
  }

  /// The classes that are in the image or were predicted in it, in any order; each once.
  public var classes: [ClassPixels]

  /// Creates the row of an image.
  public init(classes: [ClassPixels]) {
    self.classes = classes
  }

  /// The row of the image whose confusion has these cells and no others.
  ///
  /// - Parameters:
  ///   - cells: True class, predicted class and pixels of each cell that is not zero; those of one place add up.
  ///   - classCount: The number of classes, which stands for no prediction.
  /// - Complexity: O(n log n) for n cells, however many classes there are.
  public init(
    cells: some Sequence<(truth: Int, prediction: Int, pixels: Int64)>, classCount: Int
  ) {
    var pixels: [Int: (intersection: Int64, prediction: Int64, truth: Int64)] = [:]
    for cell in cells {
      pixels[cell.truth, default: (0, 0, 0)].truth += cell.pixels
      guard cell.prediction < classCount else { continue }
      pixels[cell.prediction, default: (0, 0, 0)].prediction += cell.pixels
      guard cell.truth == cell.prediction else { continue }
      pixels[cell.truth, default: (0, 0, 0)].intersection += cell.pixels
    }
    classes = pixels.sorted { $0.key < $1.key }.map { classID, pixels in
      ClassPixels(
        classID: classID, intersection: pixels.intersection, prediction: pixels.prediction,
        truth: pixels.truth)
    }
  }

  /// The row of the image that a confusion matrix was filled with.
  ///
  /// - Complexity: O(classCount²).
  public init(of matrix: ConfusionMatrix) {
    self.init(
      cells: matrix.counts.enumerated().lazy.filter { $0.element > 0 }.map { cell, count in
        let (truth, prediction) = cell.quotientAndRemainder(dividingBy: matrix.columnCount)
        return (truth, prediction, count)
      }, classCount: matrix.classCount)
  }
}
