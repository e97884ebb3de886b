import Dispatch
import Synchronization

extension Workers {
  /// The results of a function that cannot fail, for the numbers from 0 to below a count, in their
  /// order.
  ///
  /// - Parameters:
  ///   - total: How many pieces of work there are.
  ///   - compute: What is computed for the number of a piece.
  /// - Returns: One result a number.
  public func results<Result: Sendable>(
    forEachBelow total: Int, _ compute: @Sendable (Int) -> Result
  ) -> [Result] {
    let state = Mutex((next: 0, results: [Result?](repeating: nil, count: total)))
    DispatchQueue.concurrentPerform(iterations: min(count, max(1, total))) { _ in
      func take() -> Int? {
        state.withLock { state in
          guard state.next < total else { return nil }
          state.next += 1
          return state.next - 1
        }
      }
      while let number = take() {
        let result = compute(number)
        state.withLock { $0.results[number] = result }
      }
    }
    return state.withLock { $0.results.compactMap(\.self) }
  }
}
