import Foundation
import Imaging
import TestSupport
import Testing

/// Three small pictures with label maps and the experiment that runs the demo's model on them, for
/// tests to break.
struct SmallExperiment {
  static let ids = ["one", "three", "two"]
  static let classes = ["sky", "grass", "water"]
  static let width = 40
  static let height = 24

  /// The folder that holds everything; the run goes into it too.
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for (index, id) in Self.ids.enumerated() {
      try folder.write(Self.picture(seed: UInt64(index)).jpegData(quality: 90), to: image(id))
      try folder.write(Self.labels().pngData(palette: .pascalVOC), to: label(id))
    }
    try folder.write(Self.classes.joined(separator: "\n") + "\n", to: "classes.txt")
    try write(
      configuration: """
        {
          "name": "small",
          "method": ["clip", "clip-surgery"],
          "protocol": "demo",
          "model": { "checkpoint": "\(Demo.checkpoint.argument)" },
          "dataset": { "kind": "folder", "root": ".", "classes": "classes.txt", "ignoreLabel": 255 }
        }
        """)
  }

  /// Replaces the experiment's file.
  func write(configuration: String) throws {
    try folder.write(configuration + "\n", to: "experiment.json")
  }

  /// The path of a picture in the folder.
  func image(_ id: String) -> String { "images/\(id).jpg" }

  /// The path of a label map in the folder.
  func label(_ id: String) -> String { "labels/\(id).png" }

  /// Where the run goes.
  var output: URL { folder.url.appending(path: "run") }

  /// Runs the experiment with predictions, so that a run which fails has written something before.
  func run(
    _ more: [String] = [], environment: [String: String] = [:], outputIsRead: Bool = true,
    stopping stop: (signal: Int32, when: @Sendable () -> Bool)? = nil
  ) async throws -> EvaluateProcess {
    try await EvaluateProcess.run(
      [
        "run", "--config", folder.url.appending(path: "experiment.json").argument,
        "--output", output.argument, "--workers", "1", "--save-predictions",
      ] + more, environment: environment, outputIsRead: outputIsRead, stopping: stop)
  }

  /// Expects a run to be refused as bad input: exit code 2, no results, a message that says certain
  /// things, and not one file more or less in the folder, unless it is a run that can be continued.
  func expectRefusal(
    _ more: [String] = [], environment: [String: String] = [:], mentioning parts: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let before = folder.contents
    let process = try await run(more, environment: environment)
    process.expectRefusal(mentioning: parts, sourceLocation: sourceLocation)
    let after = folder.contents
    #expect(
      after.filter { !isOfRun($0) } == before.filter { !isOfRun($0) }, "left behind",
      sourceLocation: sourceLocation)
    guard after != before else { return }
    #expect(
      after.contains("run/run.json") && !after.contains("run/result.json"),
      sourceLocation: sourceLocation)
    let records = try String(contentsOf: recordsFile, encoding: .utf8)
    #expect(!records.isEmpty && records.hasSuffix("\n"), sourceLocation: sourceLocation)
  }

  /// Where a run records its images.
  var recordsFile: URL { output.appending(path: "images.jsonl") }

  private func isOfRun(_ path: String) -> Bool { path == "run" || path.hasPrefix("run/") }

  /// A picture of smooth noise.
  static func picture(seed: UInt64, width: Int = width, height: Int = height) -> RGBImage {
    var generator = SplitMix64(seed: seed)
    let (across, down) = (generator.floats(3, in: 0...0.4), generator.floats(3, in: 0...0.4))
    var samples: [UInt8] = []
    for row in 0..<height {
      for column in 0..<width {
        for channel in 0..<3 {
          let angle = Float(column) * across[channel] + Float(row) * down[channel]
          samples.append(UInt8(angle.truncatingRemainder(dividingBy: 1) * 255))
        }
      }
    }
    return RGBImage(width: width, height: height, samples: samples)
  }

  /// A third of the rows for each class, and a column that is not scored.
  static func labels(width: Int = width, height: Int = height) -> LabelMap {
    LabelMap(
      width: width, height: height,
      labels: (0..<(width * height)).map { pixel in
        pixel % width == 0 ? 255 : UInt16(pixel / width * 3 / height)
      })
  }
}

extension EvaluateProcess {
  /// Expects exit code 2, nothing on standard output, and one message that says certain things.
  func expectRefusal(
    mentioning parts: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(exitCode == 2, "\(messages)", sourceLocation: sourceLocation)
    #expect(output == "", sourceLocation: sourceLocation)
    #expect(
      messages.ranges(of: "error: ").count == 1, "\(messages)", sourceLocation: sourceLocation)
    for part in parts {
      #expect(
        messages.contains(part), "\(part) is not in: \(messages)", sourceLocation: sourceLocation)
    }
  }
}
