extension ResultRow {
  /// The scores of one class.
  public struct ClassRow: Sendable, Equatable {
    /// What can be said of a class.
    public enum Score: String, Sendable, CaseIterable {
      /// Intersection over union in percent.
      case iou
      /// The share of the class's pixels, or of its points, that is right, in percent.
      case accuracy
      /// The mean score inside the class less that outside, in percent.
      case contrast
      /// The overlap of maps that are foreground everywhere, in percent.
      case allForeground
      /// The average precision of the pixels of its maps, in percent.
      case pixelAP
      /// The threshold of its maps, from 0 to 1.
      case threshold
      /// The average precision of the images, in percent.
      case averagePrecision
      /// The share of positive points that lie on the class, in percent.
      case positiveAccuracy
      /// The share of negative points that do not, in percent.
      case negativeAccuracy
    }

    /// What can be counted of a class.
    public enum Count: String, Sendable, CaseIterable {
      /// Scored pixels of the class.
      case truthPixels
      /// Scored pixels that were predicted to be of the class.
      case predictedPixels
      /// Images that show the class and are scored.
      case pairs
      /// Images that show the class.
      case positives
    }

    /// The class's name in the class list.
    public let name: String

    /// The scores, unrounded; `nil` where one is undefined.
    public let scores: [Score: Double?]

    /// The counts.
    public let counts: [Count: Int64]
  }
}

extension ResultRow.ClassRow: Codable {
  /// A key of the flat object that a class is in a result.
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }

    static let name = Key(stringValue: "name")
  }

  /// Reads a class of a stored result.
  ///
  /// - Parameter decoder: Where the class comes from.
  /// - Throws: `DecodingError` where it is none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    name = try container.decode(String.self, forKey: .name)
    var scores: [Score: Double?] = [:]
    var counts: [Count: Int64] = [:]
    for key in container.allKeys {
      if let score = Score(rawValue: key.stringValue) {
        scores[score] = .some(try container.decode(Double?.self, forKey: key))
      } else if let count = Count(rawValue: key.stringValue) {
        counts[count] = try container.decode(Int64.self, forKey: key)
      }
    }
    self.scores = scores
    self.counts = counts
  }

  /// Writes the class as one flat object, with an explicit `null` for every undefined score.
  ///
  /// - Parameter encoder: Where the class goes.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(name, forKey: .name)
    for (score, value) in scores {
      try container.encode(value, forKey: Key(stringValue: score.rawValue))
    }
    for (count, value) in counts {
      try container.encode(value, forKey: Key(stringValue: count.rawValue))
    }
  }
}
