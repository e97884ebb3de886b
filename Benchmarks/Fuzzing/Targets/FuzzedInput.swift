import AllocationMeter
import Checkpoints
import Foundation

/// One input of the fuzzer, standing for a file that is mapped into memory.
struct FuzzedInput {
  /// Whether what each input took is to be told.
  private static let isReporting = ProcessInfo.processInfo.environment["FUZZ_REPORT"] != nil

  /// The file as errors name it.
  static let file = URL(filePath: "/fuzzed")

  /// The input as the reader sees it: lent by the fuzzer, so that it does not count as the reader's memory.
  let contents: Data

  /// The heap that a reader may have beside the mapped file: what the file has once more, and 64 MiB.
  ///
  /// The whole, the file included, is then at most twice the file and 64 MiB.
  var allowance: Int { contents.count + 64 << 20 }

  /// Lends the fuzzer's bytes.
  init(_ bytes: UnsafePointer<UInt8>, count: Int) {
    contents = Data(
      bytesNoCopy: UnsafeMutableRawPointer(mutating: bytes), count: count, deallocator: .none)
  }

  /// Has a reader read the input, and ends the program where it takes more memory than it may, or ten
  /// seconds of the processor, whatever else the machine does.
  ///
  /// - Parameters:
  ///   - allowance: How many bytes of heap the reader may have at a time.
  ///   - read: Reads; what is wrong with the input it throws.
  /// - Returns: What was read, or `nil` where something was wrong.
  func reading<Value>(
    within allowance: Int, _ read: () throws(CheckpointError) -> Value
  ) -> Value? {
    let start = clock()
    allocation_meter_start(allowance)
    let result = Result { () throws(CheckpointError) in try read() }
    let most = allocation_meter_stop()
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    precondition(seconds < 10, "Reading took \(seconds) seconds of the processor")
    let outcome = result.outcome
    if Self.isReporting {
      print("\(contents.count) bytes, heap \(most), \(seconds) s, \(outcome)")
    }
    return try? result.get()
  }
}

extension Result where Failure == CheckpointError {
  fileprivate var outcome: String {
    switch self {
    case .success: "read"
    // Saying what is wrong is part of reading: it must not crash either.
    case .failure(let error): "\(error)"
    }
  }
}
