import Evaluation
import Reporting
import Synchronization

/// Shows the stages of a run, a progress line each.
final class StageProgress: Sendable {
  private let isShown: Bool
  private let workers: Int
  private let current = Mutex<(stage: RunProgress.Stage, line: ProgressLine)?>(nil)

  init(isShown: Bool, workers: Int) {
    self.isShown = isShown
    self.workers = workers
  }

  /// Takes note of one more piece of work.
  func show(_ progress: RunProgress) {
    guard isShown, progress.stage != .loadingModel else { return }
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
      label: isImages ? "Images" : "Texts", total: progress.total,
      unit: isImages ? "images" : "batches", concurrency: workers)
  }
}
