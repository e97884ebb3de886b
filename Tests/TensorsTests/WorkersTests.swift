import Synchronization
import Testing

@testable import Tensors

@Suite("Workers")
struct WorkersTests {
  struct Failure: Error, Equatable {
    let piece: Int
  }

  @Test("results keep the order of the pieces", arguments: [1, 2, 3, 8])
  func keepsOrder(count: Int) throws {
    let results = try Workers(count).map(Array(0..<100)) { $0 * $0 }
    #expect(results == (0..<100).map { $0 * $0 })
  }

  @Test("no pieces have no results")
  func nothingToDo() throws {
    #expect(try Workers(4).map([Int]()) { $0 }.isEmpty)
  }

  @Test("numbers below a count keep their order, and none has none", arguments: [1, 2, 3, 8])
  func keepsOrderOfNumbers(count: Int) {
    #expect(Workers(count).results(forEachBelow: 100) { $0 * $0 } == (0..<100).map { $0 * $0 })
    #expect(Workers(count).results(forEachBelow: 0) { $0 }.isEmpty)
  }

  @Test("every piece is reported done once, in rising numbers", arguments: [1, 4])
  func reportsCompletion(count: Int) throws {
    let reports = Mutex<[Int]>([])
    _ = try Workers(count).map(
      Array(0..<20), completed: { done in reports.withLock { $0.append(done) } }, { $0 })
    #expect(reports.withLock { $0 } == Array(1...20))
  }

  @Test("the earliest failure is thrown and the rest is not begun")
  func throwsEarliestFailure() {
    let begun = Mutex(0)
    #expect(throws: Failure(piece: 3)) {
      try Workers(1).map(Array(0..<100)) { piece in
        begun.withLock { $0 += 1 }
        if piece >= 3 { throw Failure(piece: piece) }
      }
    }
    #expect(begun.withLock { $0 } == 4)
  }
}
