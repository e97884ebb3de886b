import Foundation
import TestSupport
import Testing

extension BinaryTests {
  /// Runs over forty of the shipped scenes, and what is asked of them afterwards.
  @Suite("evaluate compare and show, image by image")
  struct CompareTests {
    let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
    }

    @discardableResult
    private func run(
      _ name: String, _ more: [String] = [], config: String = "demo.json"
    ) async throws -> String {
      let place = folder.url.appending(path: name).argument
      let process = try await EvaluateProcess.run(
        ["--config", config, "--quiet", "--limit", "40", "--output", place] + more)
      #expect(process.exitCode == 0, "\(process.messages)")
      return place
    }

    @Test("Two methods of one run are compared, and the better one is told from the worse")
    func methods() async throws {
      // All scenes: of forty, most classes are in too few to take part.
      let place = folder.url.appending(path: "run").argument
      let whole = try await EvaluateProcess.run(
        ["--config", "demo.json", "--quiet", "--output", place])
      #expect(whole.exitCode == 0, "\(whole.messages)")
      let process = try await EvaluateProcess.run([
        "compare", place, "--method", "clip", "--against", "clip-surgery", "--permutations", "500",
        "--format", "csv",
      ])
      #expect(process.exitCode == 0, "\(process.messages)")
      let line = try #require(
        process.output.split(whereSeparator: \.isNewline).first { $0.hasPrefix("mIoU,") })
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).dropFirst()
        .map { Double($0) ?? .nan }
      let rows = try SavedResult(in: URL(filePath: place)).contents.rows
      for (cell, row) in zip(cells, rows) {
        let score = try #require(row.metrics["mIoU"] ?? nil)
        #expect(abs(cell - score) < 0.005 + 1e-9, "\(line)")
      }
      #expect(abs(cells[2] - (cells[1] - cells[0])) < 0.011, "\(line)")
      #expect(0 < cells[3] && cells[3] < cells[2] && cells[2] < cells[4], "\(line)")
      #expect(cells[5] < 0.01, "\(line)")
    }

    @Test("A run beside itself does not differ, and nothing is made of it")
    func itself() async throws {
      let place = try await run("run", ["--set", "method=clip-surgery"])
      let process = try await EvaluateProcess.run(["compare", place, place])
      #expect(process.exitCode == 0, "\(process.messages)")
      let line = try #require(
        process.output.split(separator: "\n").first { $0.hasPrefix("mIoU") })
      #expect(
        line.split(separator: " ").suffix(4) == ["0.00", "0.00", "0.00", "1.0000"], "\(line)")
    }

    @Test("What differs between two experiments is said below the table")
    func differences() async throws {
      let first = try await run("first", ["--set", "method=clip"])
      let second = try await run(
        "second", ["--set", "method=clip", "--set", "protocol.inputSize=48"])
      let process = try await EvaluateProcess.run(["compare", first, second])
      #expect(process.exitCode == 0, "\(process.messages)")
      #expect(process.output.contains("protocol.inputSize is 64 × 64, then 48 × 48"))
    }

    @Test("Runs that cannot be compared are refused, with the reason")
    func refused() async throws {
      let run = try await run("run")
      let shorter = try await EvaluateProcess.run([
        "--config", "demo.json", "--quiet", "--limit", "39", "--output",
        folder.url.appending(path: "shorter").argument,
      ])
      #expect(shorter.exitCode == 0)
      let points = try await self.run("points", config: "demo/points.json")
      func compare(_ more: [String], mentioning parts: [String]) async throws {
        try await EvaluateProcess.run(["compare", run] + more)
          .expectRefusal(mentioning: parts)
      }
      let other = folder.url.appending(path: "shorter").argument
      try await compare([other], mentioning: ["number 40", "missing", "same images"])
      try await compare([points], mentioning: ["segmentation", "points"])
      try await compare(
        [run, "--method", "clop"], mentioning: ["no row clop", "clip, clip-surgery"])
      try FileManager.default.removeItem(
        at: folder.url.appending(path: "shorter/images.jsonl"))
      try await compare([other], mentioning: ["images.jsonl", "run the experiment again"])
    }

    @Test("The worst images for a class are those whose own pixels say so")
    func worst() async throws {
      let place = try await run("run", ["--set", "method=clip-surgery"])
      let process = try await EvaluateProcess.run([
        "show", place, "--worst", "3", "--class", "tree",
      ])
      #expect(process.exitCode == 0, "\(process.messages)")
      struct Line: Decodable {
        let id: String
        let confusion: [[Int64]]
      }
      let text = try String(contentsOfFile: place + "/images.jsonl", encoding: .utf8)
      let tree: Int64 = 9
      let scores = try text.split(separator: "\n").compactMap { line -> (String, Double)? in
        let line = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
        var (both, truth, predicted) = (0.0, 0.0, 0.0)
        for cell in line.confusion {
          if cell[0] == tree { truth += Double(cell[2]) }
          if cell[1] == tree { predicted += Double(cell[2]) }
          if cell[0] == tree, cell[1] == tree { both += Double(cell[2]) }
        }
        return truth == 0 ? nil : (line.id, both / (truth + predicted - both))
      }
      let expected = scores.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(3).map(\.0)
      let shown = process.output.split(separator: "\n").filter { $0.hasPrefix("demo_") }
        .map { String($0.prefix { $0 != " " }) }
      #expect(shown == expected)
      try await EvaluateProcess.run(["show", place, "--worst", "3", "--class", "unicorn"])
        .expectRefusal(mentioning: ["unicorn", "sky, mountain"])
    }

    @Test(
      "Every task has intervals around its scores",
      arguments: [
        "demo.json", "demo/explainability.json", "demo/points.json", "demo/multi-label.json",
      ])
    func intervals(config: String) async throws {
      let place = try await run("run", config: config)
      let process = try await EvaluateProcess.run([
        "show", place, "--intervals", "--resamples", "200", "--seed", "7",
      ])
      #expect(process.exitCode == 0, "\(process.messages)")
      let table = process.output.components(separatedBy: "Intervals: 40 images").last ?? ""
      #expect(table.contains("200 resamples of images, seed 7"), "\(process.output)")
      #expect(table.contains("Shown by too few images"), "\(process.output)")
      let lines = table.split(separator: "\n").map { $0.split(separator: " ") }
        .filter { $0.count >= 5 }
      let numbers = lines.compactMap { line -> [Double]? in
        let numbers = line.suffix(3).compactMap { Double($0) }
        return numbers.count == 3 ? numbers : nil
      }
      #expect(!numbers.isEmpty, "\(process.output)")
      for number in numbers {
        #expect(number[1] <= number[0] && number[0] <= number[2], "\(number) in \(table)")
      }
    }
  }
}
