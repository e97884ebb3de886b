import Foundation
import Imaging
import TestSupport
import Testing

extension BinaryTests {
  @Suite("evaluate check and bless")
  struct GateTests {
    private let experiment: SmallExperiment
    private let folder: TemporaryFolder

    init() throws {
      experiment = try SmallExperiment()
      folder = experiment.folder
    }

    private func path(_ name: String) -> String { folder.url.appending(path: name).argument }

    /// Scores predictions that equal the truth, but for some rows of pixels, and keeps the run.
    private func score(
      _ name: String, spoiling rows: Range<Int> = 0..<0, _ more: [String] = []
    ) async throws {
      for id in SmallExperiment.ids {
        var labels = SmallExperiment.labels()
        for pixel in labels.labels.indices where rows.contains(pixel / SmallExperiment.width) {
          labels.labels[pixel] = 2
        }
        try folder.write(labels.pngData(), to: "\(name)/predicted/\(id).png")
      }
      let process = try await EvaluateProcess.run(
        [
          "score", "--config", path("experiment.json"), "--predictions",
          path("\(name)/predicted"), "--output", path("\(name)/run"),
        ] + more)
      #expect(process.exitCode == 0, "\(process.messages)")
    }

    private func check(
      _ run: String, _ more: [String], environment: [String: String] = [:]
    ) async throws -> EvaluateProcess {
      try await EvaluateProcess.run(["check", path(run)] + more, environment: environment)
    }

    private func bless(_ run: String) async throws {
      let process = try await EvaluateProcess.run([
        "bless", path(run), "--baseline", path("baseline.json"),
      ])
      #expect(process.exitCode == 0, "\(process.messages)")
      #expect(process.output == path("baseline.json") + "\n")
    }

    /// Changes a text in a file, which must hold it.
    private func edit(_ file: String, _ old: String, _ new: String) throws {
      let url = folder.url.appending(path: file)
      let text = try String(contentsOf: url, encoding: .utf8)
      try #require(text.contains(old), "\(old) in \(file)")
      try folder.write(text.replacing(old, with: new), to: file)
    }

    private var baseline: [String] { ["--baseline", path("baseline.json")] }

    @Test("A run holds against itself, as a baseline and as a run")
    func holds() async throws {
      try await score("one")
      try await score("two", spoiling: 0..<0, ["--workers", "2"])
      try await bless("one/run")
      for against in [path("baseline.json"), path("one/run")] {
        let process = try await check("two/run", ["--baseline", against])
        #expect(process.exitCode == 0, "\(process.messages)\(process.output)")
        #expect(process.output.hasPrefix("\(path("two/run")) against \(against): holds\n"))
        #expect(process.output.contains("counts"))
      }
    }

    @Test("One class made worse regresses, with exit code 1, in every form")
    func regressed() async throws {
      try await score("good")
      try await bless("good/run")
      // Eight rows of 39 scored pixels in each of three images are grass; four of them become water.
      try await score("bad", spoiling: 8..<12)
      let process = try await check(
        "bad/run", baseline + ["--junit", path("gate.xml")],
        environment: ["GITHUB_STEP_SUMMARY": path("summary.md")])
      #expect(process.exitCode == 1, "\(process.messages)")
      #expect(process.output.contains(": regressed\n"))
      #expect(process.output.contains("\(4 * 39 * 3) pixels are counted otherwise"))
      let mIoU = process.output.split(separator: "\n").first { $0.contains(" mIoU ") } ?? ""
      // Grass keeps half of its pixels, and water has half of them beside its own.
      let expected = 100 * (1 + 0.5 + 1 / 1.5) / 3
      #expect(mIoU.contains("100.000"), "\(mIoU)")
      #expect(mIoU.contains(String(format: "%.3f", expected)), "\(mIoU)")
      #expect(mIoU.contains("regressed"))
      let junit = try String(contentsOfFile: path("gate.xml"), encoding: .utf8)
      #expect(junit.contains(#"<testsuites tests="5" failures="5" errors="0">"#), "\(junit)")
      #expect(junit.contains(#"<testcase classname="predicted" name="mIoU">"#))
      let summary = try String(contentsOfFile: path("summary.md"), encoding: .utf8)
      #expect(summary.contains("| predicted | mIoU   |"), "\(summary)")
      let again = try await check(
        "bad/run", baseline, environment: ["GITHUB_STEP_SUMMARY": path("summary.md")])
      #expect(again.exitCode == 1)
      let longer = try String(contentsOfFile: path("summary.md"), encoding: .utf8)
      #expect(longer == summary + summary)
    }

    @Test("Better is no less a change on the same kernels, until it is blessed")
    func better() async throws {
      try await score("bad", spoiling: 8..<12)
      try await bless("bad/run")
      try await score("good")
      let process = try await check("good/run", baseline)
      #expect(process.exitCode == 1)
      #expect(process.output.contains("better; bless the run if that is meant"))
      try await bless("good/run")
      #expect(try await check("good/run", baseline).exitCode == 0)
    }

    @Test("On other kernels scores may be worse by a tolerance, and better at will")
    func tolerance() async throws {
      try await score("good")
      try await score("bad", spoiling: 8..<9)
      try await bless("good/run")
      try edit("baseline.json", #""matrixKernels" : null"#, #""matrixKernels" : "other""#)
      let worse = try await check("bad/run", baseline)
      #expect(worse.exitCode == 1, "\(worse.output)")
      #expect(worse.output.contains("other"))
      #expect(worse.output.contains(" worse"))
      let tolerated = try await check("bad/run", baseline + ["--tolerance", "20"])
      #expect(tolerated.exitCode == 0, "\(tolerated.output)")
      try edit(
        "baseline.json", #""schemaVersion" : 1"#,
        #"""
        "schemaVersion" : 1,
          "tolerances" : { "mIoU" : 20, "mAcc" : 20, "aAcc" : 20, "fwIoU" : 20 }
        """#)
      #expect(try await check("bad/run", baseline).exitCode == 0)
      // Tolerances survive a blessing; nothing else of the old file does.
      try await bless("bad/run")
      let blessed = try String(contentsOfFile: path("baseline.json"), encoding: .utf8)
      #expect(blessed.contains(#""mAcc" : 20"#) && !blessed.contains(#""other""#))
      try edit("baseline.json", #""matrixKernels" : null"#, #""matrixKernels" : "other""#)
      let better = try await check("good/run", baseline + ["--tolerance", "0"])
      #expect(better.exitCode == 0, "\(better.output)")
      #expect(better.output.contains("better; bless the run to hold it"))
    }

    @Test("Another experiment cannot be told, and what differs is said")
    func otherExperiment() async throws {
      try await score("one")
      try await bless("one/run")
      try await score("other", ["--set", "protocol.absentClasses=present-only"])
      let process = try await check("other/run", baseline + ["--junit", path("gate.xml")])
      #expect(process.exitCode == 2, "\(process.messages)")
      #expect(
        process.output.contains(
          "protocol.absentClasses is present-only, was predicted-counts-zero"), "\(process.output)")
      #expect(process.output.contains(": cannot tell\n"))
      let junit = try String(contentsOfFile: path("gate.xml"), encoding: .utf8)
      #expect(junit.contains(#"failures="0" errors="1""#), "\(junit)")
    }

    @Test("A missing row or score cannot be told")
    func missing() async throws {
      try await score("one")
      try await bless("one/run")
      try edit("one/run/result.json", #""method" : "predicted""#, #""method" : "other""#)
      let row = try await check("one/run", baseline)
      #expect(row.exitCode == 2)
      #expect(row.output.contains("the run has no such row"), "\(row.output)")
      try edit("one/run/result.json", #""method" : "other""#, #""method" : "predicted""#)
      try edit("one/run/result.json", #""aAcc" : 100,"#, "")
      let score = try await check("one/run", baseline)
      #expect(score.exitCode == 2)
      #expect(score.output.contains("the run has no such score"), "\(score.output)")
    }

    @Test("What the experiment expects is a baseline too")
    func expectations() async throws {
      try await score("one")
      try await check("one/run", []).expectRefusal(mentioning: ["--baseline", "`expects`"])
      // A configuration that expects needs one method; predictions have one row anyway.
      let stated = ["--set", "method=clip", "--set"]
      try await score(
        "met", stated + [#"expects={"mIoU": {"value": 99.9, "tolerance": 0.2}}"#])
      #expect(try await check("met/run", []).exitCode == 0)
      try await score(
        "missed", stated + [#"expects={"mIoU": {"value": 99.9, "tolerance": 0.05}}"#])
      let missed = try await check("missed/run", [])
      #expect(missed.exitCode == 1)
      #expect(missed.output.contains("not as expected"), "\(missed.output)")
      try folder.write(
        """
        { "extends": "experiment.json", "method": "clip",
          "expects": { "aAcc": { "value": 100, "tolerance": 0 } } }
        """, to: "expecting.json")
      #expect(
        try await check("missed/run", ["--config", path("expecting.json")]).exitCode == 0)
    }

    @Test("What cannot be read or written is told")
    func refusals() async throws {
      try await score("one")
      try await bless("one/run")
      try await check("none", baseline).expectRefusal(mentioning: ["none", "result.json"])
      try await check("one/run", ["--baseline", path("none.json")])
        .expectRefusal(mentioning: ["none.json"])
      try await check("one/run", baseline + ["--junit", path("no/gate.xml")])
        .expectRefusal(mentioning: ["gate.xml"])
      try folder.write("{}", to: "empty.json")
      try await check("one/run", ["--baseline", path("empty.json")])
        .expectRefusal(mentioning: ["empty.json"])
      let usage = try await check("one/run", baseline + ["--config", "demo"])
      #expect(usage.exitCode == 64)
      let tolerance = try await check("one/run", ["--tolerance", "1"])
      #expect(tolerance.exitCode == 64)
    }
  }
}
