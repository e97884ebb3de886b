import Foundation
import TestSupport
import Testing

extension BinaryTests {
  @Suite("The drawn world as benchmarks")
  struct UniformsTests {
    /// The experiments of `Configs/demo` that ask which class each pixel shows.
    static let segmentations = [
      "voc20", "voc21", "context59", "context60", "coco-stuff171", "coco-object81", "cityscapes",
      "ade20k150",
    ]

    /// Those that ask something else of them, with the number of tables of the answer.
    static let others = ["coco2017": 3, "voc2012": 2, "nus-wide81": 2]

    /// Those that ask something else of the shipped scenes.
    static let ofShippedScenes = ["ablation", "explainability", "multi-label", "points"]

    let folder: TemporaryFolder

    /// The folder that holds the data sets.
    let data: URL

    init() throws {
      folder = try TemporaryFolder()
      data = folder.url.appending(path: "drawn")
    }

    private func draw(_ more: [String] = []) async throws {
      let process = try await EvaluateProcess.run(
        ["datasets", "demo", "--output", data.argument, "--scenes", "2"] + more)
      #expect(process.exitCode == 0, "\(process.messages)")
      #expect(process.output == data.argument + "\n")
    }

    private func run(_ config: String, _ more: [String] = []) async throws -> EvaluateProcess {
      let output = folder.url.appending(path: "runs/\(config)")
      let process = try await EvaluateProcess.run(
        ["--config", config, "--data", data.argument, "--output", output.argument] + more)
      #expect(process.exitCode == 0, "\(config): \(process.messages)")
      return process
    }

    /// Runs an experiment of `Configs/demo` and expects a stamp on every table.
    private func runStamped(_ name: String, tables: Int) async throws -> URL {
      let process = try await run("demo/\(name)")
      let stamps = process.output.split(separator: "\n").filter {
        $0.hasPrefix("DEMO demo-\(name): ")
      }
      #expect(stamps.count == tables, "\(process.output)")
      let notes = process.output.ranges(of: "\nDEMO: 2 scenes of seed 2026, drawn.")
      #expect(notes.count == tables, "\(process.output)")
      let output = folder.url.appending(path: "runs/demo/\(name)")
      let shown = try await EvaluateProcess.run(["show", output.argument])
      #expect(process.output == shown.output + "\nRun folder: \(output.argument)\n")
      return output
    }

    @Test("Every experiment on it runs, counts the same pixels of what they share, and is stamped")
    func experiments() async throws {
      let configs = SharedData.packageRoot.appending(path: "Configs/demo")
      let names = try FileManager.default.contentsOfDirectory(atPath: configs.argument)
      let expected = Self.segmentations + Self.others.keys + Self.ofShippedScenes
      #expect(Set(names) == Set(expected.map { "\($0).json" }))

      try await draw()
      var pixels: [String: [String: Int64]] = [:]
      for name in Self.segmentations {
        let result = try SavedResult(in: try await runStamped(name, tables: 2)).contents
        #expect(result.rows.map(\.method) == ["clip", "clip-surgery"])
        #expect(result.rows.map(\.images) == [2, 2])
        for row in try #require(result.rows.first).perClass {
          pixels[row.name, default: [:]][name] = row.truthPixels
        }
      }
      // VOC leaves borders out, so that it counts fewer pixels of everything.
      for name in ["person", "car", "bus", "boat", "road", "sidewalk", "fence", "sky"] {
        let counts = pixels[name] ?? [:]
        #expect(counts.count >= 2, "\(name): \(counts)")
        for isVOC in [false, true] {
          let comparable = counts.filter { $0.key.hasPrefix("voc") == isVOC }
          #expect(Set(comparable.values).count <= 1, "\(name): \(comparable)")
        }
      }
      #expect((pixels["sky"]?.values.max() ?? 0) > 0)
      for (name, tables) in Self.others { _ = try await runStamped(name, tables: tables) }
    }

    @Test("A real experiment on it is stamped all the same, and so are a check and a listing")
    func realExperiment() async throws {
      try await draw(["--layout", "cityscapes", "--seed", "11"])
      let settings = [
        "--set", "protocol=demo", "--set", "model.checkpoint=\(Demo.checkpoint.argument)",
        "--set", "method=clip",
      ]
      let process = try await run("cityscapes.json", settings)
      #expect(process.output.hasPrefix("DEMO cityscapes: "), "\(process.output)")
      #expect(process.output.contains("DEMO: 2 scenes of seed 11, drawn."))

      let shown = try await EvaluateProcess.run(
        ["show", "--config", "cityscapes.json", "--data", data.argument] + settings)
      #expect(shown.output.contains(/DEMO +2 scenes of seed 11, drawn/), "\(shown.output)")

      let check = try await EvaluateProcess.run(
        ["datasets", "check", "cityscapes", "--root", data.argument])
      #expect(check.exitCode == 0, "\(check.output)")
      #expect(check.output.hasPrefix("DEMO cityscapes val"), "\(check.output)")
      #expect(check.output.hasSuffix("DEMO cityscapes val: 2 images, nothing is wrong.\n"))
    }

    @Test("The shipped scenes are stamped too")
    func shipped() async throws {
      let process = try await run("demo.json", ["--limit", "1", "--set", "method=clip"])
      #expect(process.output.hasPrefix("DEMO demo: "), "\(process.output)")
      #expect(process.output.contains("DEMO: 240 scenes of seed 2026, drawn."))
    }

    @Test("The demo's own layout redraws the shipped scenes, byte for byte")
    func ownLayout() async throws {
      try await draw(["--layout", "folder"])
      for path in ["JPEGImages/demo_000001.jpg", "SegmentationClass/demo_000001.png"] {
        let drawn = try Data(contentsOf: data.appending(path: path))
        #expect(
          try drawn == Data(contentsOf: Demo.folder.appending(path: "VOC/\(path)")), "\(path)")
      }
    }
  }
}
