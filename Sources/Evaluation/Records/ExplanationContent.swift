public import Metrics

/// What is kept of one image's explanations: for each class that it shows, the counts of its map.
public struct ExplanationContent: RecordContent {
  /// The counts of the map of one class; see ``Metrics/MapOutcome``.
  public struct Map: Sendable, Codable, Equatable {
    /// The position of the class in the class list.
    public let classID: Int

    /// The pixels of the class that reach each threshold and no higher one; first those that reach
    /// none.
    public let inside: [Int64]

    /// As ``inside``, for the pixels that are not of the class.
    public let outside: [Int64]

    /// The sum of the scores of the class's pixels.
    public let insideSum: Double

    /// The sum of the scores of the other pixels.
    public let outsideSum: Double

    /// The average precision of the scores as a ranking of pixels.
    public let averagePrecision: Double?

    private enum CodingKeys: String, CodingKey {
      case classID = "class"
      case inside
      case outside
      case insideSum
      case outsideSum
      case averagePrecision
    }

    /// Reads a map.
    ///
    /// - Parameter decoder: Where it comes from.
    /// - Throws: `DecodingError` where it is none.
    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      classID = try container.decode(Int.self, forKey: .classID)
      inside = try container.integers(forKey: .inside)
      outside = try container.integers(forKey: .outside)
      insideSum = try container.decode(Double.self, forKey: .insideSum)
      outsideSum = try container.decode(Double.self, forKey: .outsideSum)
      averagePrecision = try container.decodeIfPresent(Double.self, forKey: .averagePrecision)
    }

    /// Keeps a map.
    init(_ outcome: MapOutcome, ofClass classID: Int) {
      self.classID = classID
      inside = outcome.insideHistogram
      outside = outcome.outsideHistogram
      insideSum = outcome.insideSum
      outsideSum = outcome.outsideSum
      averagePrecision = outcome.averagePrecision
    }
  }

  /// The maps, in the order of the classes.
  public let maps: [Map]

  /// Keeps the maps of an image's classes.
  public init(classes: [Int], maps: [MapOutcome]) {
    self.maps = zip(classes, maps).map { Map($1, ofClass: $0) }
  }

  /// The maps that were kept.
  ///
  /// - Parameter classCount: The number of classes that there are.
  /// - Returns: One for each class.
  /// - Throws: ``RecordError/unfitting(got:expected:)``.
  public func outcomes(classCount: Int) throws(RecordError) -> [MapOutcome] {
    var outcomes: [MapOutcome] = []
    for map in maps {
      guard (0..<classCount).contains(map.classID) else {
        throw .unfitting(got: "class \(map.classID)", expected: "a class below \(classCount)")
      }
      let outcome = MapOutcome(
        insideHistogram: map.inside, outsideHistogram: map.outside, insideSum: map.insideSum,
        outsideSum: map.outsideSum, averagePrecision: map.averagePrecision)
      guard let outcome else {
        throw .unfitting(
          got: "counts of class \(map.classID) that no map has",
          expected: "\(ThresholdGrid.count + 1) counts of pixels each, and sums that fit them")
      }
      outcomes.append(outcome)
    }
    return outcomes
  }
}
