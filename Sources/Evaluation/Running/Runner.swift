import Synchronization
public import Tensors

/// Runs a task over samples with several workers.
///
/// Images are independent, so each worker takes the next images that nobody has taken and computes them
/// alone, on one thread; nothing is shared but the sum. The same samples give the same sum for any
/// number of workers and any batch.
public struct Runner: Sendable {
  /// The threads that share the images.
  public let workers: Workers

  /// How many neighbouring images a worker takes at once.
  ///
  /// They are images in flight, never rows of one matrix product: the number of rows moves the last
  /// bits of a product.
  public let batch: Int

  /// Creates a runner.
  ///
  /// - Precondition: `batch` is positive.
  public init(workers: Workers, batch: Int = 1) {
    precondition(batch > 0, "No run in batches of \(batch) images")
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
    _ task: Task, over samples: [Task.Input],
    keeping keep: @Sendable (Task.Outcome) throws -> Void = { _ in },
    progress: @Sendable (_ completed: Int, _ tally: Task.Tally) -> Void = { _, _ in }
  ) throws -> Task.Tally {
    let sum = Mutex((completed: 0, tally: task.emptyTally))
    let batches = stride(from: 0, to: samples.count, by: batch).map {
      samples[$0..<min($0 + batch, samples.count)]
    }
    _ = try workers.map(batches) { batch in
      for sample in batch {
        let outcome = try task.outcome(for: sample)
        try keep(outcome)
        sum.withLock { sum in
          task.add(outcome, to: &sum.tally)
          sum.completed += 1
          progress(sum.completed, sum.tally)
        }
      }
    }
    return sum.withLock { $0.tally }
  }
}
