import Evaluation
import Reporting
import Synchronization

/// Shows the stages of a run, a progress line each.
final class StageProgress: Sendable {
  private static let scoreFormat = NumberFormat(fractionDigits: 2)

  /// How many scores a line has room for.
  private static let scoreCount = 4

  private let isShown: Bool
  private let workers: Int
  private let score: String?
  private let current = Mutex<(stage: RunProgress.Stage, line: ProgressLine)?>(nil)

  /// Prepares for a run whose scores so far are called `score`; `nil` where there are none.
  init(isShown: Bool, workers: Int, score: String? = nil) {
    self.isShown = isShown
    self.workers = workers
    self.score = score
  }

  /// Takes note of one more piece of work.
  func show(_ progress: RunProgress) {
    guard isShown, progress.stage != .loadingModel else { return }
    current.withLock { current in
      if current?.stage != progress.stage {
        current?.line.finish()
        current = (progress.stage, line(for: progress))
      }
      current?.line.advance { note(on: progress.runningScores()) }
    }
  }

  /// Writes a message that stays.
  func writeMessage(_ message: String) {
    current.withLock { current in
      guard let line = current?.line else { return StandardError.write(message + "\n") }
      line.writeMessage(message)
    }
  }

  /// Ends the last line.
  func finish() {
    current.withLock { current in
      current?.line.finish()
      current = nil
    }
  }

  private func line(for progress: RunProgress) -> ProgressLine {
    let isImages = progress.stage == .evaluatingImages
    return ProgressLine(
      label: isImages ? "Images" : "Texts", total: progress.total,
      alreadyDone: progress.completed - 1, unit: isImages ? "images" : "batches",
      concurrency: workers)
  }

  /// The scores so far, one a row of the table.
  private func note(on scores: [Double?]) -> String? {
    guard let score, !scores.isEmpty else { return nil }
    let shown = scores.prefix(Self.scoreCount).map { score in
      score.map(Self.scoreFormat.string) ?? "–"
    }
    let rest = scores.count > shown.count ? " …" : ""
    return "\(score) \(shown.joined(separator: " / "))\(rest)"
  }
}
