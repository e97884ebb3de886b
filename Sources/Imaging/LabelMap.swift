/// One class number a pixel, rows from the top.
///
/// A label map holds either *raw labels*, as a data set's files store them, or *train ids* (0 for
/// the first class) with ``ignored`` where a pixel is not scored.
public struct LabelMap: Sendable, Equatable {
  /// The train id of a pixel that is not scored; no raw label of a data set has this value.
  public static let ignored = UInt16.max

  /// The number of pixels in a row.
  public let width: Int

  /// The number of rows.
  public let height: Int

  /// The labels `[height, width]`, row-major.
  public var labels: [UInt16]

  /// Creates a label map over the given labels.
  ///
  /// - Precondition: both sides are positive and `labels.count == height * width`.
  public init(width: Int, height: Int, labels: [UInt16]) {
    precondition(width > 0 && height > 0, "A map of \(width) × \(height) pixels has no pixels")
    precondition(
      labels.count == width * height,
      "A map of \(width) × \(height) pixels holds \(width * height) labels, not \(labels.count)")
    self.width = width
    self.height = height
    self.labels = labels
  }
}
