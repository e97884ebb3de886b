import Foundation
import Metrics
import TestSupport
import Testing

@testable import Evaluation

@Suite("Records of a baseline")
struct BaselineRecordsTests {
  private let folder: TemporaryFolder
  private let file: URL

  init() throws {
    folder = try TemporaryFolder()
    file = folder.url.appending(path: "base/line.json")
  }

  private static let old = HandMadeRun(images: 40) { image, _ in 90 - Int64(image % 4) }

  /// Writes a baseline of other kernels with its records.
  private func bless(_ run: HandMadeRun = old) throws {
    var run = run
    run.kernels = "b"
    try Baseline(run.result).write(to: file, recordsOf: run.write("old", in: folder))
  }

  private func report(_ new: HandMadeRun = old) throws -> GateReport {
    try Gate().report(
      ofRunAt: new.write("new", in: folder), againstBaselineAt: file, by: Bootstrap())
  }

  /// The remark on the images, of a report that leaves the answer open for nothing else.
  private func doubt(_ report: GateReport) throws -> String {
    #expect(report.verdict == .unknown)
    #expect(report.checks.map(\.subject) == [.images])
    return try #require(report.checks.first?.remark)
  }

  @Test("They lie beside it, byte for byte, and are known by their hash")
  func written() throws {
    try bless()
    let records = folder.url.appending(path: "base/line.images.jsonl")
    #expect(try Data(contentsOf: records) == Self.old.recordLines())
    let baseline = try Baseline(contentsOf: file)
    #expect(try baseline.recordsHash == ContentHash(of: Self.old.recordLines()).description)
    let report = try report()
    #expect(report.verdict == .holds)
    #expect(report.checks.allSatisfy { $0.interval == 0...0 })
  }

  @Test("Records that are gone or changed are an error, not a weaker gate")
  func changed() throws {
    try bless()
    let records = folder.url.appending(path: "base/line.images.jsonl")
    let whole = try Data(contentsOf: records)
    try whole.dropLast(1).write(to: records)
    #expect {
      try report()
    } throws: { error in
      guard
        case GateError.recordsChanged(records, _, expected: ContentHash(of: whole).description) =
          error
      else { return false }
      return "\(error)".contains("line.images.jsonl")
    }
    try FileManager.default.removeItem(at: records)
    #expect(throws: GateError.recordsMissing(records, baseline: file)) { try report() }
  }

  @Test("A run whose images are not recorded, or not all, cannot be told")
  func missing() throws {
    try bless()
    let place = try Self.old.write("new", in: folder)
    func check() throws -> GateReport {
      try Gate().report(ofRunAt: place, againstBaselineAt: file, by: Bootstrap())
    }
    let lines = try Self.old.recordLines().split(separator: UInt8(ascii: "\n"))
    try folder.write(Data(lines.dropLast().joined(separator: [10]) + [10]), to: "new/images.jsonl")
    #expect(try doubt(check()).contains("has 39 images; expected the result's 40"))
    try FileManager.default.removeItem(at: place.appending(path: "images.jsonl"))
    #expect(try doubt(check()).contains("is not there"))
    try folder.write("{}\n", to: "new/images.jsonl")
    #expect(try doubt(check()).contains("line 1: no record of this run"))
  }

  @Test("Records of other images, or of another run of the same ones, cannot be told")
  func others() throws {
    try bless()
    let place = try Self.old.write("new", in: folder)
    func check() throws -> GateReport {
      try Gate().report(ofRunAt: place, againstBaselineAt: file, by: Bootstrap())
    }
    try folder.write(Self.old.recordLines(prefix: "frame"), to: "new/images.jsonl")
    #expect(try doubt(check()).contains("number 1 is image0 in one and frame0 in the other"))
    let other = HandMadeRun(images: 40) { _, _ in 70 }
    try folder.write(other.recordLines(), to: "new/images.jsonl")
    #expect(try doubt(check()).contains("these are records of another run"))
    let text = String(decoding: try Self.old.recordLines(), as: UTF8.self)
    try folder.write(
      text.replacing(#""label":"3""#, with: #""label":"other""#), to: "new/images.jsonl")
    #expect(try doubt(check()).contains("the label of image3 was another file"))
  }

  @Test("Another experiment is told by what differs before any record is looked at")
  func otherExperiment() throws {
    try bless()
    var new = Self.old
    new.hash = "xyz"
    let report = try report(new)
    #expect(report.verdict == .unknown)
    #expect(report.checks.map(\.subject) == [.experiment])
  }

  @Test("Nothing is written of a run that has not recorded what its scores were computed from")
  func whole() throws {
    let place = try Self.old.write("old", in: folder)
    let other = HandMadeRun(images: 40) { _, _ in 70 }
    try folder.write(other.recordLines(), to: "old/images.jsonl")
    let baseline = Baseline(Self.old.result)
    #expect(throws: ComparisonError.self) { try baseline.write(to: file, recordsOf: place) }
    #expect(!folder.contents.contains("base"))
  }

  @Test("Only the records that a baseline knows of are removed")
  func removed() throws {
    try bless()
    try Baseline(Self.old.result).removeRecords(beside: file)
    #expect(folder.contents.contains("base/line.images.jsonl"))
    try Baseline(contentsOf: file).removeRecords(beside: file)
    #expect(!folder.contents.contains("base/line.images.jsonl"))
  }
}
