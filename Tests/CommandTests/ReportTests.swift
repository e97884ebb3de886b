import Foundation
import Imaging
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

extension BinaryTests {
  /// Pages on runs over forty of the shipped scenes.
  @Suite("evaluate report")
  struct ReportTests {
    let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
    }

    private func run(
      _ name: String, _ more: [String] = [], config: String = "demo.json"
    ) async throws -> String {
      let place = folder.url.appending(path: name).argument
      let process = try await EvaluateProcess.run(
        ["--config", config, "--quiet", "--limit", "40", "--output", place] + more)
      #expect(process.exitCode == 0, "\(process.messages)")
      return place
    }

    /// Writes a report and checks what holds for all of them.
    private func report(_ arguments: [String]) async throws -> ReportPage {
      let file = folder.url.appending(path: "report-\(UUID().uuidString).html")
      let process = try await EvaluateProcess.run(
        ["report", "--output", file.argument] + arguments)
      #expect(process.exitCode == 0, "\(process.messages)")
      #expect(process.messages == "")
      #expect(process.output.contains(file.lastPathComponent))
      let page = try ReportPage(contentsOf: file)
      #expect(page.error == nil, "no well-formed page: \(page.error ?? "")")
      #expect(page.bytes < 5_000_000, "\(page.bytes) bytes")
      #expect(page.elements["script"] == nil)
      #expect(page.elements["link"] == nil)
      for (element, attribute, value) in page.references {
        let isInside =
          attribute == "src" ? value.hasPrefix("data:image/jpeg;base64,") : value.hasPrefix("#")
        #expect(isInside, "<\(element) \(attribute)=\"\(value.prefix(80))\">")
      }
      #expect(page.pictures.allSatisfy { $0.alt?.isEmpty == false && $0.width <= 320 })
      #expect(page.text.contains("DEMO"))
      return page
    }

    @Test(
      "The page of a run has its scores, its protocol with tags, classes, confusions and images")
    func one() async throws {
      let place = try await run("run")
      let page = try await report([place, "--resamples", "200"])
      let rows = try SavedResult(in: URL(filePath: place)).contents.rows
      for row in rows {
        let score = try #require(row.metrics["mIoU"] ?? nil)
        #expect(page.text.contains("mIoU \(String(format: "%.2f", score))"))
        #expect(page.text.contains("DEMO \(row.method): the 15 most confused pairs"))
        #expect(page.text.contains("\(row.method): images by mean IoU"))
      }
      for words in ["positionInterpolation", "stated", "inferred", "own choice", "often shown"] {
        #expect(page.text.contains(words), "\(words)")
      }
      // The pair that costs the most pixels, found in the stored counts.
      let confusion = try #require(rows.last).confusion
      var worst = (pixels: Int64(0), truth: 0, prediction: 0)
      for (truth, counts) in confusion.counts.enumerated() {
        for (prediction, pixels) in counts.enumerated()
        where prediction != truth && pixels > worst.pixels {
          worst = (pixels, truth, prediction)
        }
      }
      let names = try #require(rows.last).perClass.map(\.name) + ["nothing"]
      let first = try #require(page.row(below: "DEMO clip-surgery: the 15 most confused pairs"))
      #expect(
        first.prefix(3) == [names[worst.truth], names[worst.prediction], "\(worst.pixels)"],
        "\(first)")
      #expect(page.pictures.isEmpty)
      #expect(page.text.contains("Pictures: run with --save-predictions"))
    }

    @Test("With the experiment's file, images stand beside truth, prediction and what is wrong")
    func gallery() async throws {
      let place = try await run(
        "run", ["--save-predictions", "--set", "method=clip-surgery"])
      let options = [
        place, "--config", "demo.json", "--limit", "40", "--set", "method=clip-surgery",
        "--resamples", "200",
      ]
      let page = try await report(options)
      #expect(page.pictures.count == 12 * 4)
      #expect(page.pictures.contains { $0.alt?.hasPrefix("The truth: ") == true })
      let worst = try await EvaluateProcess.run(["show", place, "--worst", "4"])
      let ids = worst.output.split(separator: "\n").filter { $0.hasPrefix("demo_") }
        .map { String($0.prefix { $0 != " " }) }
      #expect(page.pictures.compactMap(\.alt).prefix(13).contains("The image \(ids[0])"))
      // Another experiment's file is refused, with what differs.
      try await EvaluateProcess.run(
        ["report", "--output", place + "/a.html"] + options
          + ["--set", "protocol.inputSize=48"]
      ).expectRefusal(mentioning: ["inputSize"])
      // So is a prediction that is not the one that was scored.
      let predictions = URL(filePath: place).appending(path: "predictions")
      let other = ids[0] == "demo_00000" ? ids[1] : ids[0]
      let files = try FileManager.default.contentsOfDirectory(
        at: predictions, includingPropertiesForKeys: nil)
      let another = try #require(files.first { !$0.path.contains(other) })
      let file = predictions.appending(path: "\(other).png")
      try FileManager.default.removeItem(at: file)
      try FileManager.default.copyItem(at: another, to: file)
      try await EvaluateProcess.run(["report", "--output", place + "/a.html"] + options)
        .expectRefusal(mentioning: ["\(other).png", "not the prediction that was scored"])
      #expect(!FileManager.default.fileExists(atPath: place + "/a.html"))
    }

    @Test("A file that was changed after the run is refused", arguments: ["image", "label"])
    func changed(role: String) async throws {
      let small = try SmallExperiment()
      let run = try await small.run()
      #expect(run.exitCode == 0, "\(run.messages)")
      let arguments = [
        "report", small.output.argument, "--resamples", "100", "--config",
        small.folder.url.appending(path: "experiment.json").argument, "--output",
        small.folder.url.appending(path: "report.html").argument,
      ]
      let before = try await EvaluateProcess.run(arguments)
      #expect(before.exitCode == 0, "\(before.messages)")
      let page = try ReportPage(contentsOf: small.folder.url.appending(path: "report.html"))
      // Three images, each with its truth, two predictions and where they are wrong.
      #expect(page.pictures.count == 3 * 6)
      let (one, two) =
        role == "image"
        ? (small.image("one"), small.image("two")) : (small.label("one"), small.label("two"))
      let changed =
        role == "image"
        ? try Data(contentsOf: small.folder.url.appending(path: two))
        : try LabelMap(
          width: SmallExperiment.width, height: SmallExperiment.height,
          labels: [UInt16](repeating: 1, count: SmallExperiment.width * SmallExperiment.height)
        ).pngData()
      try changed.write(to: small.folder.url.appending(path: one))
      try await EvaluateProcess.run(arguments + ["--overwrite"])
        .expectRefusal(mentioning: ["the \(role) of one is not the file that was evaluated"])
    }

    @Test("Two runs stand side by side, with what is between them and what differs")
    func two() async throws {
      let first = try await run("first", ["--set", "method=clip-surgery"])
      let second = try await run(
        "second", ["--set", "method=clip-surgery", "--set", "protocol.inputSize=48"])
      let page = try await report([first, second, "--resamples", "200"])
      for words in [
        "first: clip-surgery", "second: clip-surgery", "difference",
        "Not the same experiment: protocol.inputSize is 64 × 64, then 48 × 48",
      ] { #expect(page.text.contains(words), "\(words)") }
    }

    @Test(
      "Every task has a page, on a run and on two; pictures are those of segmentations",
      arguments: ["demo/explainability.json", "demo/points.json", "demo/multi-label.json"])
    func tasks(config: String) async throws {
      let methods = ["--set", #"method=["clip", "clip-surgery"]"#]
      let place = try await run("run", methods, config: config)
      let page = try await report([place, "--resamples", "200"])
      #expect(page.elements["svg", default: 0] > 0)
      let other = try await run(
        "other", methods + ["--set", "protocol.inputSize=48"], config: config)
      let both = try await report([place, other, "--resamples", "200"])
      for words in ["first: clip-surgery", "second: clip-surgery", "protocol.inputSize is 64 × 64"]
      {
        #expect(both.text.contains(words), "\(words)")
      }
      try await EvaluateProcess.run(
        ["report", place, "--output", place + "/a.html", "--config", config, "--limit", "40"]
          + methods
      ).expectRefusal(mentioning: ["only segmentation saves predictions", "leave --config out"])
    }

    @Test("Predictions that were scored have a page, with pictures where they are named")
    func scored() async throws {
      let small = try SmallExperiment()
      let run = try await small.run(["--set", "method=clip-surgery"])
      #expect(run.exitCode == 0, "\(run.messages)")
      let config = small.folder.url.appending(path: "experiment.json").argument
      let predictions = small.output.appending(path: "predictions").argument
      let place = small.folder.url.appending(path: "scored").argument
      let scored = try await EvaluateProcess.run([
        "score", "--config", config, "--predictions", predictions, "--output", place,
      ])
      #expect(scored.exitCode == 0, "\(scored.messages)")
      func report(_ more: [String]) async throws -> ReportPage {
        let file = small.folder.url.appending(path: "scored.html")
        let process = try await EvaluateProcess.run(
          ["report", place, "--output", file.argument, "--overwrite", "--resamples", "100"] + more)
        #expect(process.exitCode == 0, "\(process.messages)")
        return try ReportPage(contentsOf: file)
      }
      let plain = try await report([])
      #expect(plain.error == nil && plain.pictures.isEmpty)
      #expect(plain.text.contains("predictions: segmentation") || plain.text.contains("mIoU"))
      let without = try await report(["--config", config])
      #expect(without.pictures.count == 3 * 2)
      #expect(without.text.contains("no saved prediction"))
      let page = try await report(["--config", config, "--predictions", predictions])
      #expect(page.error == nil && page.pictures.count == 3 * 4)
      try await EvaluateProcess.run([
        "report", small.output.argument, "--output", place + "/a.html", "--config", config, "--set",
        "method=clip-surgery", "--predictions", predictions,
      ]).expectRefusal(mentioning: ["--predictions", "evaluate score"])
      // What was scored is what is drawn.
      let folder = URL(filePath: predictions)
      try FileManager.default.removeItem(at: folder.appending(path: "one.png"))
      try SmallExperiment.labels().pngData().write(to: folder.appending(path: "one.png"))
      try await EvaluateProcess.run([
        "report", place, "--output", place + "/a.html", "--config", config, "--predictions",
        predictions,
      ]).expectRefusal(mentioning: ["one.png", "not the prediction that was scored"])
    }

    @Test("Names of classes stay text")
    func hostile() async throws {
      let place = try await run("run", ["--set", "method=clip"])
      let file = URL(filePath: place).appending(path: "result.json")
      let text = try String(contentsOf: file, encoding: .utf8)
      let changed = text.replacing("\"mountain\"", with: #""<script>alert('&')</script>""#)
      #expect(changed != text)
      try Data(changed.utf8).write(to: file)
      let page = try await report([place, "--resamples", "200"])
      #expect(page.text.contains("<script>alert('&')</script>"), "as text")
    }

    @Test("What lies at the place is kept, and only pages are written")
    func places() async throws {
      let place = try await run("run", ["--set", "method=clip"])
      let file = folder.url.appending(path: "report.html")
      try Data("mine".utf8).write(to: file)
      let arguments = ["report", place, "--resamples", "100", "--output"]
      try await EvaluateProcess.run(arguments + [file.argument])
        .expectRefusal(mentioning: ["report.html exists already", "--overwrite"])
      #expect(try Data(contentsOf: file) == Data("mine".utf8))
      let replaced = try await EvaluateProcess.run(arguments + [file.argument, "--overwrite"])
      #expect(replaced.exitCode == 0, "\(replaced.messages)")
      #expect(try ReportPage(contentsOf: file).error == nil)
      try await EvaluateProcess.run(arguments + ["report.pdf"])
        .expectRefusal(mentioning: ["report.pdf", "file.html"])
      try await EvaluateProcess.run(
        arguments + [folder.url.appending(path: "none/report.html").argument]
      ).expectRefusal(mentioning: ["cannot write", "none/report.html"])
      try await EvaluateProcess.run(arguments + [file.argument, "--overwrite", "--method", "clop"])
        .expectRefusal(mentioning: ["no row clop"])
    }
  }
}
