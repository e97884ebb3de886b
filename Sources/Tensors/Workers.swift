import Dispatch
import Synchronization

/// The threads that share independent pieces of work.
///
/// Pieces are computed alone and put back in their order, so the result does not depend on how many
/// workers there are.
public struct Workers: Sendable, Equatable {
  /// One worker: everything in turn, on the calling thread.
  public static let one = Workers(1)

  /// How many pieces are computed side by side.
  public let count: Int

  /// Plans for a number of threads.
  ///
  /// - Precondition: `count` is positive.
  public init(_ count: Int) {
    precondition(count > 0, "No work gets done by \(count) workers")
    self.count = count
  }

  /// The results of a function for each element, in the order of the elements.
  ///
  /// - Parameters:
  ///   - elements: The pieces of work.
  ///   - completed: Told the number of pieces done, one call at a time.
  ///   - transform: What is computed for a piece.
  /// - Returns: One result an element.
  /// - Throws: The error of the first piece, in their order, that was found to fail; no further pieces
  ///   are begun then.
  public func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], completed: @Sendable (Int) -> Void = { _ in },
    _ transform: @Sendable (Element) throws -> Result
  ) throws -> [Result] {
    let state = Mutex(State<Result>(count: elements.count))
    DispatchQueue.concurrentPerform(iterations: min(count, max(1, elements.count))) { _ in
      while let index = state.withLock({ $0.take() }) {
        do {
          let result = try transform(elements[index])
          state.withLock { state in
            state.results[index] = result
            state.completed += 1
            completed(state.completed)
          }
        } catch {
          state.withLock { $0.fail(at: index, with: error) }
          return
        }
      }
    }
    return try state.withLock { state in
      if let failure = state.failure { throw failure.error }
      return state.results.compactMap { $0 }
    }
  }

  /// What the workers share.
  private struct State<Result: Sendable>: Sendable {
    var results: [Result?]
    var completed = 0
    var failure: (index: Int, error: any Error)?
    private var next = 0

    init(count: Int) {
      results = Array(repeating: nil, count: count)
    }

    /// The next piece that nobody has taken, or `nil` when none is left or one has failed.
    mutating func take() -> Int? {
      guard failure == nil, next < results.count else { return nil }
      defer { next += 1 }
      return next
    }

    /// Keeps the failure of the earliest piece, so that the same fault gives the same message.
    mutating func fail(at index: Int, with error: any Error) {
      if let failure, failure.index <= index { return }
      failure = (index, error)
    }
  }
}
