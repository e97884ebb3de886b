public import Metrics

extension ResultRow: Codable {
  private enum CodingKeys: String, CodingKey {
    case method
    case images
    case metrics
    case perClass
    case leftOutOfMeans
    case counts
    case confusion
  }

  /// Reads a row of a stored result.
  ///
  /// - Parameter decoder: Where the row comes from.
  /// - Throws: `DecodingError` where the row is not one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    method = try container.decode(String.self, forKey: .method)
    images = try container.decode(Int.self, forKey: .images)
    let scores = try container.nestedContainer(
      keyedBy: ScoreName.self, forKey: .metrics)
    metrics = try Dictionary(
      uniqueKeysWithValues: scores.allKeys.map {
        ($0, try scores.decode(Double?.self, forKey: $0))
      })
    perClass = try container.decode([ClassRow].self, forKey: .perClass)
    leftOutOfMeans = try container.decode([Int].self, forKey: .leftOutOfMeans)
    counts = try container.decodeIfPresent([String: Int].self, forKey: .counts) ?? [:]
    confusion = try container.decodeIfPresent(ConfusionMatrix.self, forKey: .confusion)
  }

  /// Writes the row with an explicit `null` for every undefined score.
  ///
  /// - Parameter encoder: Where the row goes.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(method, forKey: .method)
    try container.encode(images, forKey: .images)
    var scores = container.nestedContainer(keyedBy: ScoreName.self, forKey: .metrics)
    for (metric, value) in metrics { try scores.encode(value, forKey: metric) }
    try container.encode(perClass, forKey: .perClass)
    try container.encode(leftOutOfMeans, forKey: .leftOutOfMeans)
    if !counts.isEmpty { try container.encode(counts, forKey: .counts) }
    try container.encodeIfPresent(confusion, forKey: .confusion)
  }
}

extension ScoreName: CodingKey {}
