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

  /// What may ask the run to stop; `nil` where nothing can.
  public let interruption: Interruption?

  /// Creates a runner.
  ///
  /// - Precondition: `batch` is positive.
  public init(workers: Workers, batch: Int = 1, stoppedBy interruption: Interruption? = nil) {
    precondition(batch > 0, "No run in batches of \(batch) images")
    self.workers = workers
    self.batch = batch
    self.interruption = interruption
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
  ///   further samples are begun then. ``RunInterrupted`` where it was asked to stop.
  public func run<Task: SampleTask>(
    _ task: Task, over samples: [Task.Input],
    keeping keep: @Sendable (Task.Outcome) throws -> Void = { _ in },
    progress: @Sendable (_ completed: Int, _ tally: Task.Tally) -> Void = { _, _ in }
  ) throws -> Task.Tally {
    try sum(task, from: task.emptyTally, over: samples[...], progress: progress) { _, sample in
      let outcome = try task.outcome(for: sample)
      try keep(outcome)
      return outcome
    }
  }

  /// Adds the outcomes of the samples that are left to a sum.
  ///
  /// - Parameters:
  ///   - task: What is computed.
  ///   - tally: The sum over the samples before.
  ///   - samples: Those that are left, by their places in the order of all.
  ///   - progress: As in ``run(_:over:keeping:progress:)``.
  ///   - outcome: Computes the sample at a place, on the worker's thread.
  /// - Returns: The sum over all samples.
  /// - Throws: As ``run(_:over:keeping:progress:)``.
  func sum<Task: SampleTask>(
    _ task: Task, from tally: Task.Tally, over samples: ArraySlice<Task.Input>,
    progress: @Sendable (_ completed: Int, _ tally: Task.Tally) -> Void,
    _ outcome: @Sendable (_ position: Int, _ sample: Task.Input) throws -> Task.Outcome
  ) throws -> Task.Tally {
    let sum = Mutex((completed: samples.startIndex, tally: tally))
    let batches = stride(from: samples.startIndex, to: samples.endIndex, by: batch).map {
      $0..<min($0 + batch, samples.endIndex)
    }
    _ = try workers.map(batches) { positions in
      for position in positions {
        try interruption?.check()
        let outcome = try outcome(position, samples[position])
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
