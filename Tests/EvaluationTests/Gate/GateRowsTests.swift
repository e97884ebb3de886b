import Foundation
import Metrics
import Tensors
import TestSupport
import Testing

@testable import Evaluation

/// Runs on other kernels than their baseline's, which carries what every image gave.
@Suite("Gate, image by image")
struct GateRowsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func report(
    of new: HandMadeRun, against old: HandMadeRun, tolerance: Double? = nil
  ) throws -> GateReport {
    var old = old
    old.kernels = "b"
    return try Gate(tolerance: tolerance).report(
      ofRunAt: new.write("new", in: folder),
      againstBaselineAt: old.write("old", in: folder), by: Bootstrap())
  }

  private func check(_ score: ScoreName, of report: GateReport) throws -> GateCheck {
    try #require(report.checks.first { $0.subject == .score(score) })
  }

  /// 60 images of which 90 of 100 pixels of each class are right.
  private static let good = HandMadeRun(images: 60) { _, _ in 90 }

  @Test("A fall that all images share regresses")
  func everywhere() throws {
    let bad = HandMadeRun(images: 60) { image, classID in classID == 1 ? 86 - Int64(image % 3) : 90
    }
    let report = try report(of: bad, against: Self.good)
    #expect(report.verdict == .regressed)
    let check = try check(.mIoU, of: report)
    #expect(check.verdict == .regressed)
    #expect(check.remark == "worse")
    let interval = try #require(check.interval)
    let change = try #require(check.got) - #require(check.expected)
    #expect(interval.lowerBound < change && change < interval.upperBound, "\(interval), \(change)")
    #expect(interval.upperBound < 0, "\(interval)")
  }

  @Test("A fall that one image causes holds, and the remark says so")
  func once() throws {
    let unlucky = HandMadeRun(images: 60) { image, _ in image == 7 ? 10 : 90 }
    let report = try report(of: unlucky, against: Self.good)
    #expect(report.verdict == .holds)
    for score in ScoreName.segmentation {
      let check = try check(score, of: report)
      #expect(check.remark == "worse, but not told from chance by 60 images", "\(score)")
      #expect(try #require(check.interval).contains(0), "\(score)")
      #expect(try #require(check.got) < #require(check.expected) - Gate.defaultTolerance)
    }
  }

  @Test("The same fall without what every image gave is judged by its tolerance")
  func withoutRows() throws {
    let unlucky = HandMadeRun(images: 60) { image, _ in image == 7 ? 10 : 90 }
    var old = Self.good
    old.kernels = "b"
    let (new, place) = (
      try unlucky.write("new", in: folder), try old.write("old", in: folder)
    )
    try FileManager.default.removeItem(at: place.appending(path: "images.jsonl"))
    let report = try Gate().report(ofRunAt: new, againstBaselineAt: place, by: Bootstrap())
    #expect(report.verdict == .regressed)
    #expect(report.checks.allSatisfy { $0.interval == nil && $0.remark == "worse" })
  }

  @Test("A fall within the tolerance holds, however sure it is")
  func tolerated() throws {
    let bad = HandMadeRun(images: 60) { _, _ in 89 }
    #expect(try report(of: bad, against: Self.good).verdict == .regressed)
    let tolerant = try report(of: bad, against: Self.good, tolerance: 3)
    #expect(tolerant.verdict == .holds)
    #expect(try check(.mIoU, of: tolerant).remark == nil)
    #expect(try #require(check(.mIoU, of: tolerant).interval).upperBound < 0)
  }

  @Test("The interval is the paired one of the library, in percent")
  func interval() throws {
    var generator = SplitMix64(seed: 11)
    let changes = (0..<60).map { _ in Int64.random(in: -9...9, using: &generator) }
    let new = HandMadeRun(images: 60) { image, classID in 80 + changes[(image + classID) % 60] }
    let got = try #require(
      check(.mIoU, of: report(of: new, against: Self.good)).interval)
    func rows(_ run: HandMadeRun) -> ResampledSegmentation {
      ResampledSegmentation(run.images.map(SegmentationRow.init), classCount: 3)
    }
    let expected = try #require(
      Bootstrap().difference(
        from: rows(Self.good), to: rows(new), drawing: ResamplingUnits(images: 60)
      ).summary[.mIoU])
    #expect(got.lowerBound == expected.lower * 100)
    #expect(got.upperBound == expected.upper * 100)
  }

  @Test("An interval does not excuse what classes do that it leaves out")
  func rare() throws {
    let old = HandMadeRun(images: 60, buoys: 5) { _, _ in 90 }
    let new = HandMadeRun(images: 60, buoys: 5) { image, classID in
      classID == 2 ? 0 : image == 7 ? 89 : 90
    }
    let report = try report(of: new, against: old)
    let check = try check(.mIoU, of: report)
    #expect(try #require(check.interval).upperBound >= 0 || check.verdict == .regressed)
    #expect(check.verdict == .regressed)
    #expect(check.remark == "worse, by classes that too few images show")
    #expect(report.intervals?.rareClasses == ["buoy"])
  }

  @Test("Scores without an interval are judged by the tolerance alone, and say so")
  func few() throws {
    let old = HandMadeRun(images: 20) { _, _ in 90 }
    let same = try report(of: old, against: old)
    #expect(same.verdict == .holds)
    #expect(try check(.mIoU, of: same).remark == "by the tolerance alone, there is no interval")
    #expect(same.intervals?.isEmpty == true)
    let unlucky = HandMadeRun(images: 20) { image, _ in image == 7 ? 10 : 90 }
    let worse = try report(of: unlucky, against: old)
    #expect(worse.verdict == .regressed)
    #expect(
      try check(.mIoU, of: worse).remark == "worse by the tolerance alone, there is no interval")
  }

  @Test("On the same kernels everything must be the same, rows or not")
  func sameKernels() throws {
    let unlucky = HandMadeRun(images: 60) { image, _ in image == 7 ? 89 : 90 }
    let report = try Gate(tolerance: 50).report(
      ofRunAt: unlucky.write("new", in: folder),
      againstBaselineAt: Self.good.write("old", in: folder), by: Bootstrap())
    #expect(report.verdict == .regressed)
    #expect(report.intervals == nil)
    #expect(report.checks.contains { $0.subject == .counts && $0.verdict == .regressed })
  }

  @Test("The answer is the same for every seed that is the same, whatever the workers")
  func seeded() throws {
    let new = HandMadeRun(images: 60) { image, _ in 85 + Int64(image % 11) }
    var old = Self.good
    old.kernels = "b"
    let (run, place) = (try new.write("new", in: folder), try old.write("old", in: folder))
    func report(_ bootstrap: Bootstrap) throws -> GateReport {
      try Gate().report(ofRunAt: run, againstBaselineAt: place, by: bootstrap)
    }
    let one = try report(Bootstrap(seed: 3))
    #expect(try report(Bootstrap(seed: 3, workers: .init(2))) == one)
    #expect(try report(Bootstrap(seed: 4)) != one)
  }
}
