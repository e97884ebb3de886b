import Foundation
import Metrics
import TestSupport
import Testing

@testable import Evaluation

@Suite("Gate")
struct GateRuleTests {
  private static func result(
    _ metrics: [ScoreName: Double?], hash: String = "abc", kernels: String? = "a",
    size: Int = 64
  ) -> ResultDocument {
    ResultDocument(
      hash: hash,
      experiment: [
        "content": [
          "task": "explainability", "protocol": ["inputSize": [.integer(size), .integer(size)]],
        ]
      ],
      rows: [
        ResultRow(
          method: "clip", images: 1, metrics: metrics, perClass: [], counts: ["pairs": 3])
      ],
      execution: Execution(
        date: Date(timeIntervalSince1970: 0), version: "1", arguments: [], processor: "p",
        matrixKernels: kernels, workers: 1, batch: 1, files: [:], seconds: [:]))
  }

  private static func verdict(
    _ got: Double?, was old: Double?, of score: ScoreName = .mSC, onSameKernels isSame: Bool
  ) -> GateVerdict {
    Gate().report(
      of: result([score: got], kernels: isSame ? "a" : "b"), against: Baseline(result([score: old]))
    ).verdict
  }

  @Test("On the same kernels the smallest difference regresses, either way")
  func exact() {
    let value = -3.25
    #expect(Self.verdict(value, was: value, onSameKernels: true) == .holds)
    #expect(Self.verdict(value.nextUp, was: value, onSameKernels: true) == .regressed)
    #expect(Self.verdict(value.nextDown, was: value, onSameKernels: true) == .regressed)
    #expect(Self.verdict(nil, was: nil, onSameKernels: true) == .holds)
    #expect(Self.verdict(nil, was: value, onSameKernels: true) == .regressed)
  }

  @Test("On others a score may be worse by 0.05, and better at will; undefined is worse")
  func tolerating() {
    #expect(Self.verdict(9.96, was: 10, onSameKernels: false) == .holds)
    #expect(Self.verdict(9.94, was: 10, onSameKernels: false) == .regressed)
    #expect(Self.verdict(80, was: 10, onSameKernels: false) == .holds)
    #expect(Self.verdict(nil, was: 10, onSameKernels: false) == .regressed)
    #expect(Self.verdict(nil, was: nil, onSameKernels: false) == .holds)
    #expect(Self.verdict(0.2, was: 0.9, of: .threshold, onSameKernels: false) == .holds)
  }

  @Test("The nearest tolerance counts: the call's, then the baseline's, then the standard one")
  func tolerances() {
    let old = Self.result([.mSC: 10, .mIoU: 10], kernels: "b")
    let new = Self.result([.mSC: 9.8, .mIoU: 9.8])
    func verdicts(_ tolerance: Double?, _ stated: [ScoreName: Double]) -> [GateVerdict] {
      Gate(tolerance: tolerance).report(of: new, against: Baseline(old, tolerances: stated))
        .checks.map(\.verdict)
    }
    #expect(verdicts(nil, [:]) == [.regressed, .regressed])
    #expect(verdicts(nil, [.mSC: 0.3]) == [.regressed, .holds])
    #expect(verdicts(0.1, [.mSC: 0.3]) == [.regressed, .regressed])
    #expect(verdicts(0.3, [:]) == [.holds, .holds])
  }

  @Test("Another experiment is told by what differs, even where the scores are the same")
  func differences() {
    let old = Baseline(Self.result([.mSC: 1]))
    let report = Gate().report(of: Self.result([.mSC: 1], hash: "xyz", size: 32), against: old)
    #expect(report.verdict == .unknown)
    #expect(report.checks.map(\.remark) == ["protocol.inputSize is 32 × 32, was 64 × 64"])
    let same = Gate().report(of: Self.result([.mSC: 1], hash: "xyz"), against: old)
    #expect(same.checks.map(\.remark) == ["hash xyz instead of abc"])
  }

  @Test("One regression is a no, one doubt spoils a yes")
  func overall() {
    #expect([GateVerdict.holds, .unknown, .regressed].overall == .regressed)
    #expect([GateVerdict.holds, .unknown].overall == .unknown)
    #expect([GateVerdict]().overall == .holds)
  }

  @Test("A baseline reads back as it was written, and a result reads as one")
  func files() throws {
    let folder = try TemporaryFolder()
    let result = Self.result([.mSC: 0.1, .threshold: nil])
    let baseline = Baseline(result, tolerances: [.mSC: 0.2])
    let file = folder.url.appending(path: "deep/baseline.json")
    try baseline.write(to: file)
    #expect(try Baseline(contentsOf: file) == baseline)
    try folder.write(result.jsonData(), to: "run/result.json")
    #expect(
      try Baseline(contentsOf: folder.url.appending(path: "run")) == Baseline(result))
    try folder.write(
      try String(contentsOf: file, encoding: .utf8).replacing("\"mSC\" : 0.2", with: "\"x\" : 1"),
      to: "wrong.json")
    #expect(throws: RunFolderError.self) {
      try Baseline(contentsOf: folder.url.appending(path: "wrong.json"))
    }
  }
}
