/// A set of pixels as the lengths of runs down the columns of an image, from the left column to the
/// right one: pixels outside, then pixels inside, and so on in turn.
///
/// COCO's annotation files write them as `counts`, a list of numbers or a compressed text, beside
/// `size`, the height and then the width.
public struct PixelRuns: Sendable, Equatable {
  /// The width of the image in pixels.
  public let width: Int

  /// The height of the image in pixels.
  public let height: Int

  /// The lengths, beginning with pixels outside; together they are the whole image.
  public let lengths: [Int]

  /// Creates a set of pixels.
  ///
  /// - Throws: ``InstanceShapeError`` where a length is negative or the runs do not fill the image.
  public init(width: Int, height: Int, lengths: [Int]) throws(InstanceShapeError) {
    var pixels = 0
    for length in lengths {
      let (sum, isTooLarge) = pixels.addingReportingOverflow(length)
      guard length >= 0, !isTooLarge else {
        throw InstanceShapeError(got: "a run of \(length) pixels", expected: "0 or more")
      }
      pixels = sum
    }
    guard pixels == width * height else {
      throw InstanceShapeError(
        got: "runs of \(pixels) pixels together",
        expected: "the \(width * height) pixels of \(width) × \(height)")
    }
    self.width = width
    self.height = height
    self.lengths = lengths
  }
}

extension PixelMask {
  /// Adds the pixels inside.
  ///
  /// - Throws: ``InstanceShapeError`` where the runs are those of an image of another size.
  mutating func fill(_ runs: PixelRuns) throws(InstanceShapeError) {
    guard runs.width == width, runs.height == height else {
      throw InstanceShapeError(
        got: "runs for \(runs.width) × \(runs.height) pixels",
        expected: "the size of the image, \(width) × \(height)")
    }
    var position = 0
    var isInside = false
    for length in runs.lengths {
      if isInside { fill(columnMajor: position..<(position + length)) }
      position += length
      isInside.toggle()
    }
  }
}
