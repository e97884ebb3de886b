import Evaluation
import Foundation
import Reporting
import Synchronization

/// Shows the stages of a run, one progress line each.
final class RunProgressLine: Sendable {
  private let messages: Messages
  private let workers: Int
  private let current = Mutex<(stage: RunProgress.Stage, line: ProgressLine)?>(nil)

  init(_ messages: Messages, workers: Int) {
    self.messages = messages
    self.workers = workers
  }

  /// Takes note of one more piece of work.
  func show(_ progress: RunProgress) {
    guard messages.showsProgress, progress.stage != .loadingModel else { return }
    current.withLock { current in
      if current?.stage != progress.stage {
        current?.line.finish()
        current = (progress.stage, line(for: progress))
      }
      current?.line.advance()
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
      label: isImages ? "images" : "texts", total: progress.total,
      unit: isImages ? "images" : "batches", concurrency: workers)
  }
}
