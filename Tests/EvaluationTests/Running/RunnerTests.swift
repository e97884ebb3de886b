import Datasets
import Foundation
import Synchronization
import Tensors
import Testing

@testable import Evaluation

@Suite("Runner")
struct RunnerTests {
  /// Adds up the numbers that the samples' ids are.
  struct SumTask: SampleTask {
    struct NotANumber: Error, Equatable {
      let id: String
    }

    var emptyTally: [Int] { [] }

    func outcome(for sample: Sample) throws -> Int {
      guard let number = Int(sample.id) else { throw NotANumber(id: sample.id) }
      return number
    }

    func add(_ outcome: Int, to tally: inout [Int]) {
      tally.append(outcome)
    }
  }

  func samples(_ ids: [String]) -> [Sample] {
    ids.map { Sample(id: $0, image: URL(filePath: $0), label: URL(filePath: $0)) }
  }

  @Test(
    "every sample is computed once for any number of workers and any batch",
    arguments: [1, 2, 5], [1, 4, 100])
  func computesEachOnce(workers: Int, batch: Int) throws {
    let kept = Mutex<[Int]>([])
    let reports = Mutex<[Int]>([])
    let tally = try Runner(workers: Workers(workers), batch: batch).run(
      SumTask(), over: samples((0..<23).map(String.init)),
      keeping: { outcome in kept.withLock { $0.append(outcome) } },
      progress: { completed, tally in
        #expect(tally.count == completed)
        reports.withLock { $0.append(completed) }
      })
    #expect(tally.sorted() == Array(0..<23))
    #expect(kept.withLock { $0 }.sorted() == Array(0..<23))
    #expect(reports.withLock { $0 } == Array(1...23))
  }

  @Test("one worker keeps the samples' order")
  func oneWorkerKeepsOrder() throws {
    let tally = try Runner(workers: .one, batch: 3).run(
      SumTask(), over: samples(["5", "1", "4", "2"]))
    #expect(tally == [5, 1, 4, 2])
  }

  @Test("a sample that fails fails the run")
  func failureFailsRun() {
    #expect(throws: SumTask.NotANumber(id: "x")) {
      try Runner(workers: .one).run(SumTask(), over: samples(["1", "x", "y"]))
    }
  }

  @Test("an outcome that cannot be kept fails the run")
  func keepingFailureFailsRun() {
    struct DiskFull: Error {}
    #expect(throws: DiskFull.self) {
      try Runner(workers: Workers(2)).run(
        SumTask(), over: samples(["1", "2"]), keeping: { _ in throw DiskFull() })
    }
  }
}
