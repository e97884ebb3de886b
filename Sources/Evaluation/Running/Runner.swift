public import Datasets
import Dispatch
import Synchronization

/// Runs a task over samples with several workers.
///
/// Images are independent, so each worker takes the next images that nobody has taken and computes
/// them alone, on one thread; nothing is shared but the sum. The same samples give the same sum for
/// any number of workers and any batch.
public struct Runner: Sendable {
  /// How many images are computed side by side.
  public let workers: Int

  /// How many neighbouring images a worker takes at once.
  ///
  /// They are images in flight, never rows of one matrix product: the number of rows moves the last
  /// bits of a product.
  public let batch: Int

  /// Creates a runner.
  ///
  /// - Precondition: both numbers are positive.
  public init(workers: Int, batch: Int = 1) {
    precondition(
      workers > 0 && batch > 0, "No run with \(workers) workers and batches of \(batch) images")
    self.workers = workers
    self.batch = batch
  }

  /// Computes every sample and gives the sum.
  ///
  /// - Parameters:
  ///   - task: What is computed.
  ///   - samples: What it is computed for.
  ///   - keep: Receives each sample's outcome, on the worker that computed it, before it is added.
  ///   - progress: Receives the number of samples done and the sum so far, one call at a time.
  /// - Returns: The sum over all samples.
  /// - Throws: The error of the first sample, in the samples' order, that was found to fail; no
  ///   further samples are begun then.
  public func run<Task: SampleTask>(
    _ task: Task, over samples: [Sample],
    keeping keep: @Sendable (Task.Outcome) throws -> Void = { _ in },
    progress: @Sendable (_ done: Int, _ tally: Task.Tally) -> Void = { _, _ in }
  ) throws -> Task.Tally {
    let state = Mutex(State<Task>(tally: task.emptyTally))
    DispatchQueue.concurrentPerform(iterations: min(workers, max(1, samples.count))) { _ in
      while let taken = state.withLock({ $0.take(batch, of: samples.count) }) {
        for index in taken {
          do {
            let outcome = try task.outcome(for: samples[index])
            try keep(outcome)
            state.withLock { state in
              task.add(outcome, to: &state.tally)
              state.done += 1
              progress(state.done, state.tally)
            }
          } catch {
            state.withLock { $0.fail(at: index, with: error) }
            return
          }
        }
      }
    }
    return try state.withLock { state in
      if let failure = state.failure { throw failure.error }
      return state.tally
    }
  }

  /// What the workers share.
  private struct State<Task: SampleTask>: Sendable {
    var tally: Task.Tally
    var done = 0
    var failure: (index: Int, error: any Error)?
    private var next = 0

    init(tally: Task.Tally) {
      self.tally = tally
    }

    /// The next samples that nobody has taken, or `nil` when none is left or one has failed.
    mutating func take(_ batch: Int, of count: Int) -> Range<Int>? {
      guard failure == nil, next < count else { return nil }
      let taken = next..<min(next + batch, count)
      next = taken.upperBound
      return taken
    }

    /// Keeps the failure of the earliest sample, so that the same fault gives the same message.
    mutating func fail(at index: Int, with error: any Error) {
      if let failure, failure.index <= index { return }
      failure = (index, error)
    }
  }
}
