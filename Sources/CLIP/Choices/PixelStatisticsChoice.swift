public import Foundation

/// The statistics by which images are normalised, which no tensor tells, and what told them.
public struct PixelStatisticsChoice: Sendable, Equatable {
  /// What told the statistics.
  public enum Reason: Sendable, Equatable {
    /// A configuration file beside the checkpoint states them, or one of the two.
    case configuration(file: URL)

    /// Nothing does; nearly every CLIP has OpenAI's.
    case openAI
  }

  /// The statistics.
  public let statistics: PixelStatistics

  /// What told them.
  public let reason: Reason

  /// Combines statistics and what told them.
  public init(statistics: PixelStatistics, reason: Reason) {
    self.statistics = statistics
    self.reason = reason
  }
}

extension PixelStatisticsChoice: CustomStringConvertible {
  /// The statistics and the reason.
  public var description: String {
    func list(_ values: [Float]) -> String { values.map { "\($0)" }.joined(separator: ", ") }
    return """
      mean \(list(statistics.mean)), deviation \(list(statistics.deviation)), \(reason)
      """
  }
}

extension PixelStatisticsChoice.Reason: CustomStringConvertible {
  /// The reason as it goes on behind the statistics.
  public var description: String {
    switch self {
    case .configuration(let file): "from \(file.lastPathComponent)"
    case .openAI: "OpenAI's, as nothing tells otherwise"
    }
  }
}
