extension ConfusionMatrix: Codable {
  private enum CodingKeys: String, CodingKey {
    case classCount
    case counts
    case ignoredPixels
  }

  /// Writes the counts as a list of rows, the form every numeric library reads as a matrix.
  ///
  /// - Parameter encoder: Where the matrix goes.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(classCount, forKey: .classCount)
    let rows = (0..<classCount).map { Array(counts[$0 * columnCount..<($0 + 1) * columnCount]) }
    try container.encode(rows, forKey: .counts)
    try container.encode(ignoredPixels, forKey: .ignoredPixels)
  }

  /// Reads a matrix and checks that it can be one.
  ///
  /// - Parameter decoder: Where the matrix comes from.
  /// - Throws: `DecodingError` when the rows do not fit the number of classes, a count is negative,
  ///   or there are more pixels than 64 bits count.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let classCount = try container.decode(Int.self, forKey: .classCount)
    guard (1..<Int(UInt16.max)).contains(classCount) else {
      throw DecodingError.dataCorruptedError(
        forKey: .classCount, in: container,
        debugDescription: "A confusion matrix has 1 to 65534 classes, not \(classCount)")
    }
    let rows = try container.decode([[Int64]].self, forKey: .counts)
    guard rows.count == classCount, rows.allSatisfy({ $0.count == classCount + 1 }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .counts, in: container,
        debugDescription: """
          A confusion matrix of \(classCount) classes has \(classCount) rows of \
          \(classCount + 1) counts, not rows of \(rows.map(\.count))
          """)
    }
    let ignoredPixels = try container.decode(Int64.self, forKey: .ignoredPixels)
    var total = ignoredPixels
    for count in rows.joined() {
      let (sum, overflow) = total.addingReportingOverflow(count)
      guard count >= 0, ignoredPixels >= 0, !overflow else {
        throw DecodingError.dataCorruptedError(
          forKey: .counts, in: container,
          debugDescription: "Pixel counts are never negative and their sum fits 64 bits")
      }
      total = sum
    }
    self.init(classCount: classCount)
    self.counts = Array(rows.joined())
    self.ignoredPixels = ignoredPixels
  }
}
