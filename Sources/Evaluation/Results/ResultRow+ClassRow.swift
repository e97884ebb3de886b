extension ResultRow {
  /// The scores of one class.
  public struct ClassRow: Sendable, Equatable, Codable {
    /// The class's name in the class list.
    public let name: String

    /// Intersection over union in percent, unrounded; `nil` where it is undefined.
    public let iou: Double?

    /// The share of the class's pixels that were found, in percent; `nil` where it has none.
    public let accuracy: Double?

    /// The number of scored pixels of the class.
    public let truthPixels: Int64

    /// The number of scored pixels that were predicted to be of the class.
    public let predictedPixels: Int64

    /// Writes the class with an explicit `null` for every undefined score.
    ///
    /// - Parameter encoder: Where the class goes.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
      try container.encode(iou, forKey: .iou)
      try container.encode(accuracy, forKey: .accuracy)
      try container.encode(truthPixels, forKey: .truthPixels)
      try container.encode(predictedPixels, forKey: .predictedPixels)
    }
  }
}
