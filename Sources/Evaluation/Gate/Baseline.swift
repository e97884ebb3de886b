public import Metrics

/// The result that later runs of an experiment are held against.
///
/// It holds what a result holds, less what may differ between equal runs. A `result.json` is read as one
/// too.
public struct Baseline: Sendable, Equatable {
  /// The version of the file's form that this program writes.
  public static let currentSchemaVersion = 1

  /// The experiment's hash.
  public let hash: String

  /// The experiment in full, as resolved.
  public let experiment: JSONValue

  /// What each method scored.
  public let rows: [ResultRow]

  /// The library that multiplied, its version and its kernels; `nil` where no model ran.
  public let matrixKernels: String?

  /// How far a score may fall on other kernels, in its own unit, where the file states it.
  public let tolerances: [ScoreName: Double]

  /// The SHA-256 of the file beside the baseline's that holds what every image gave; `nil` where there is
  /// none.
  public internal(set) var recordsHash: String?

  /// Takes a run as the baseline.
  ///
  /// - Parameters:
  ///   - result: The run.
  ///   - tolerances: How far a score may fall on other kernels, where that is to be stated.
  public init(_ result: ResultDocument, tolerances: [ScoreName: Double] = [:]) {
    hash = result.hash
    experiment = result.experiment
    rows = result.rows
    matrixKernels = result.execution.matrixKernels
    self.tolerances = tolerances
  }
}

extension Baseline: Codable {
  private enum CodingKeys: String, CodingKey {
    case schemaVersion
    case hash
    case experiment
    case rows
    case matrixKernels
    case tolerances
    case recordsHash
    case execution
  }

  private struct Kernels: Decodable {
    let matrixKernels: String?
  }

  /// Reads a baseline, or a result as one.
  ///
  /// - Parameter decoder: Where it comes from.
  /// - Throws: `DecodingError` where it is neither, or a tolerance is that of no score.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    hash = try container.decode(String.self, forKey: .hash)
    experiment = try container.decode(JSONValue.self, forKey: .experiment)
    rows = try container.decode([ResultRow].self, forKey: .rows)
    let execution = try container.decodeIfPresent(Kernels.self, forKey: .execution)
    matrixKernels =
      try container.decodeIfPresent(String.self, forKey: .matrixKernels)
      ?? execution?.matrixKernels
    recordsHash = try container.decodeIfPresent(String.self, forKey: .recordsHash)
    let stated =
      try container.decodeIfPresent([String: Double].self, forKey: .tolerances) ?? [:]
    tolerances = try Dictionary(
      uniqueKeysWithValues: stated.map { name, tolerance in
        guard let score = ScoreName(rawValue: name), tolerance >= 0 else {
          throw DecodingError.dataCorruptedError(
            forKey: .tolerances, in: container,
            debugDescription: "`\(name)`: \(tolerance) is no tolerance of a score")
        }
        return (score, tolerance)
      })
  }

  /// Writes the baseline.
  ///
  /// - Parameter encoder: Where it goes.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.currentSchemaVersion, forKey: .schemaVersion)
    try container.encode(hash, forKey: .hash)
    try container.encode(experiment, forKey: .experiment)
    try container.encode(rows, forKey: .rows)
    try container.encode(matrixKernels, forKey: .matrixKernels)
    try container.encodeIfPresent(recordsHash, forKey: .recordsHash)
    if !tolerances.isEmpty {
      try container.encode(
        Dictionary(uniqueKeysWithValues: tolerances.map { ($0.key.rawValue, $0.value) }),
        forKey: .tolerances)
    }
  }
}
