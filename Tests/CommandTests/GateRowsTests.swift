import Foundation
import Imaging
import TestSupport
import Testing

extension BinaryTests {
  /// Forty small scenes of three stripes, scored from predictions on "other kernels" than the baseline's.
  @Suite("evaluate check and bless, image by image")
  struct GateRowsTests {
    private static let scenes = 40
    private static let side = 12

    private let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
      try folder.write("sky\ngrass\nwater\n", to: "classes.txt")
      try folder.write(
        """
        { "name": "stripes", "dataset":
          { "kind": "folder", "root": ".", "classes": "classes.txt", "ignoreLabel": 255 } }
        """, to: "experiment.json")
      let labels = try Self.stripes { _ in nil }.pngData(palette: .pascalVOC)
      for scene in 0..<Self.scenes {
        try folder.write(labels, to: "labels/\(Self.id(scene)).png")
        try folder.write(
          SmallExperiment.picture(seed: 1, width: Self.side, height: Self.side).pngData(),
          to: "images/\(Self.id(scene)).png")
      }
    }

    private static func id(_ scene: Int) -> String { "scene\(scene + 10)" }

    /// A third of the rows for each class, but for pixels that are said to be of another.
    private static func stripes(_ other: (_ pixel: Int) -> UInt16?) -> LabelMap {
      LabelMap(
        width: side, height: side,
        labels: (0..<side * side).map { other($0) ?? UInt16($0 / side * 3 / side) })
    }

    private func path(_ name: String) -> String { folder.url.appending(path: name).argument }

    /// Scores predictions in which the first pixels of the middle stripe are taken for the last class.
    private func score(
      _ name: String, _ more: [String] = [], wrong: (_ scene: Int) -> Int = { _ in 4 }
    ) async throws {
      let first = Self.side * Self.side / 3
      for scene in 0..<Self.scenes {
        let count = wrong(scene)
        let labels = Self.stripes { (first..<first + count).contains($0) ? 2 : nil }
        try folder.write(labels.pngData(), to: "\(name)/predicted/\(Self.id(scene)).png")
      }
      let process = try await EvaluateProcess.run(
        [
          "score", "--config", path("experiment.json"), "--predictions",
          path("\(name)/predicted"), "--output", path("\(name)/run"),
        ] + more)
      #expect(process.exitCode == 0, "\(process.messages)")
    }

    private func check(
      _ name: String, against baseline: String = "base.json", _ more: [String] = [],
      environment: [String: String] = [:]
    ) async throws -> EvaluateProcess {
      try await EvaluateProcess.run(
        ["check", path("\(name)/run"), "--baseline", path(baseline), "--resamples", "500"] + more,
        environment: environment)
    }

    private func bless(_ name: String, _ more: [String] = []) async throws {
      let process = try await EvaluateProcess.run(
        ["bless", path("\(name)/run"), "--baseline", path("base.json")] + more)
      #expect(process.exitCode == 0, "\(process.messages)")
    }

    /// Lets a file say that it was computed with other kernels.
    private func changeKernels(_ file: String) throws {
      let text = try String(contentsOfFile: path(file), encoding: .utf8)
      // A result leaves out what a baseline says is null.
      let changed =
        text.contains(#""matrixKernels" : null"#)
        ? text.replacing(#""matrixKernels" : null"#, with: #""matrixKernels" : "other""#)
        : text.replacing(#""processor" :"#, with: #""matrixKernels" : "other", "processor" :"#)
      #expect(changed != text)
      try folder.write(changed, to: file)
    }

    private func line(_ score: String, of output: String) throws -> Substring {
      try #require(
        output.split(separator: "\n").first { $0.contains(" \(score) ") }, "\(output)")
    }

    @Test("A class made worse in every image regresses, with its interval in every form")
    func regressed() async throws {
      try await score("good")
      try await bless("good", ["--rows"])
      try changeKernels("base.json")
      try await score("bad") { 12 + $0 % 3 }
      let process = try await check(
        "bad", ["--junit", path("gate.xml"), "--seed", "5"],
        environment: ["GITHUB_STEP_SUMMARY": path("summary.md")])
      #expect(process.exitCode == 1, "\(process.messages)\(process.output)")
      let cells = try line("mIoU", of: process.output).split(separator: " ")
      let numbers = cells.compactMap { Double($0) }
      #expect(numbers.count == 6, "\(cells)")
      let (change, from, to) = (numbers[2], numbers[3], numbers[4])
      #expect(from < change && change < to && to < 0, "\(cells)")
      #expect(process.output.contains("95 % intervals: 500 resamples of images, seed 5."))
      #expect(process.output.contains("or by what the choice of images explains"))
      let junit = try String(contentsOfFile: path("gate.xml"), encoding: .utf8)
      #expect(junit.contains("95 % interval of the change \(cells[5]) to \(cells[6])"), "\(junit)")
      let summary = try String(contentsOfFile: path("summary.md"), encoding: .utf8)
      #expect(summary.contains("From") && summary.contains(cells[6]), "\(summary)")
    }

    @Test("A fall that one image causes holds with a remark, against a file and a folder")
    func notTold() async throws {
      try await score("good")
      try await bless("good", ["--rows"])
      try changeKernels("base.json")
      try changeKernels("good/run/result.json")
      try await score("unlucky") { $0 == 3 ? 48 : 4 }
      for baseline in ["base.json", "good/run", "good/run/result.json"] {
        let process = try await check(
          "unlucky", against: baseline, ["--junit", path("gate.xml")])
        #expect(process.exitCode == 0, "\(process.messages)\(process.output)")
        let line = try line("mIoU", of: process.output)
        #expect(line.contains("worse, but not told from chance by 40 images"), "\(line)")
        let junit = try String(contentsOfFile: path("gate.xml"), encoding: .utf8)
        #expect(junit.contains("<system-out>worse, but not told from chance"), "\(junit)")
      }
      // Without rows it is the tolerance alone that judges.
      try await bless("good", ["--no-rows"])
      #expect(!folder.contents.contains("base.images.jsonl"))
      #expect(try await check("unlucky").exitCode == 1)
      // Sequences that have no `_` in their names are one: too few to tell anything from chance.
      let few = try await check("unlucky", against: "good/run", ["--cluster", "sequence"])
      #expect(few.exitCode == 1, "\(few.output)")
      #expect(few.output.contains("too few for intervals"), "\(few.output)")
    }

    @Test("A baseline that carries rows keeps carrying them")
    func kept() async throws {
      try await score("good")
      try await bless("good", ["--rows"])
      try await score("better") { _ in 0 }
      try await bless("better")
      let (rows, recorded) = (
        try Data(contentsOf: folder.url.appending(path: "base.images.jsonl")),
        try Data(contentsOf: folder.url.appending(path: "better/run/images.jsonl"))
      )
      #expect(rows == recorded)
      try await score("again", ["--workers", "2"]) { _ in 0 }
      let same = try await check("again")
      #expect(same.exitCode == 0, "\(same.output)")
      #expect(!same.output.contains("From"))
    }

    @Test("What cannot be told has exit code 2: another experiment, missing or other rows")
    func unknown() async throws {
      try await score("good")
      try await bless("good", ["--rows"])
      try changeKernels("base.json")
      try await score("other", ["--set", "protocol.absentClasses=present-only"])
      let other = try await check("other")
      #expect(other.exitCode == 2, "\(other.output)")
      #expect(other.output.contains("protocol.absentClasses is present-only"), "\(other.output)")

      try await score("less")
      let records = folder.url.appending(path: "less/run/images.jsonl")
      let whole = try String(contentsOf: records, encoding: .utf8)
      try FileManager.default.removeItem(at: records)
      let none = try await check("less", ["--junit", path("gate.xml")])
      #expect(none.exitCode == 2, "\(none.output)")
      #expect(none.output.contains("images.jsonl is not there"), "\(none.output)")
      let junit = try String(contentsOfFile: path("gate.xml"), encoding: .utf8)
      #expect(junit.contains(#"failures="0" errors="1""#), "\(junit)")
      try folder.write(whole.replacing("scene10", with: "scene99"), to: "less/run/images.jsonl")
      let changed = try await check("less")
      #expect(changed.exitCode == 2, "\(changed.output)")
      #expect(changed.output.contains("number 1 is scene10 in one and scene99"))

      let rows = folder.url.appending(path: "base.images.jsonl")
      try folder.write(
        String(contentsOf: rows, encoding: .utf8).replacing("scene10", with: "scene99"),
        to: "base.images.jsonl")
      try await check("good").expectRefusal(mentioning: ["base.images.jsonl", "SHA-256", "bless"])
      try FileManager.default.removeItem(at: rows)
      try await check("good").expectRefusal(mentioning: ["base.images.jsonl is not there"])
    }

    @Test(
      "The rows of every task give all scores of which there are intervals",
      arguments: [
        ("demo.json", ["mIoU", "mAcc", "aAcc", "fwIoU"]),
        ("demo/explainability.json", ["mIoU", "mSC", "crossFittedMIoU", "pixelAP"]),
        (
          "demo/points.json",
          ["pointAccuracy", "positiveAccuracy", "negativeAccuracy", "microPointAccuracy"]
        ), ("demo/multi-label.json", ["mAP", "labelledMAP", "F1@3", "F1@5"]),
      ])
    func tasks(config: String, scores: [String]) async throws {
      let process = try await EvaluateProcess.run([
        "--config", config, "--quiet", "--limit", "40", "--output", path("new/run"),
      ])
      #expect(process.exitCode == 0, "\(process.messages)")
      let result = try String(contentsOfFile: path("new/run/result.json"), encoding: .utf8)
      try folder.write(
        result.replacing(#/"matrixKernels" : "[^"]*"/#, with: #""matrixKernels" : "other""#),
        to: "old/run/result.json")
      try folder.write(
        String(contentsOfFile: path("new/run/images.jsonl"), encoding: .utf8),
        to: "old/run/images.jsonl")
      let check = try await check("new", against: "old/run")
      #expect(check.exitCode == 0, "\(check.messages)\(check.output)")
      for score in scores {
        let numbers = try line(score, of: check.output).split(separator: " ")
          .compactMap { Double($0) }
        // Baseline, run, change, from, to, tolerance.
        #expect(numbers.suffix(4) == [0, 0, 0, 0.05], "\(score): \(check.output)")
      }
    }

    @Test("A run without rows cannot be blessed with them")
    func withoutRows() async throws {
      try await score("good")
      try FileManager.default.removeItem(
        at: folder.url.appending(path: "good/run/images.jsonl"))
      let process = try await EvaluateProcess.run([
        "bless", path("good/run"), "--baseline", path("base.json"), "--rows",
      ])
      process.expectRefusal(mentioning: ["images.jsonl is not there"])
      #expect(!folder.contents.contains("base.json"))
    }
  }
}
