import Foundation
import Imaging
import Metrics
import Tensors
import TestSupport
import Testing

@testable import Evaluation

/// The whole chain on a checkpoint whose every answer is known in closed form.
///
/// Parity with reference tensors shows that the chain computes what PyTorch computes; this shows that
/// it means what the paper says.
@Suite("The phantom through the whole chain")
struct PhantomChainTests {
  let folder: TemporaryFolder
  let checkpoint: PhantomCheckpoint

  init() throws {
    folder = try TemporaryFolder()
    checkpoint = try PhantomCheckpoint(in: folder.url)
    let scene = PhantomScene.bands
    let image = RGBImage(width: scene.width, height: scene.height, samples: scene.samples)
    let labels = LabelMap(
      width: scene.width, height: scene.height,
      labels: scene.labels(background: 255).map(UInt16.init))
    for name in ["first", "second"] {
      try folder.write(image.pngData(), to: "images/\(name).png")
      try folder.write(labels.pngData(), to: "labels/\(name).png")
    }
    try folder.write(
      PhantomCheckpoint.classNames.joined(separator: "\n") + "\n", to: "classes.txt")
    try folder.write("{}\na drawing of {}\n", to: "templates.txt")
  }

  @Test("CLIP points everywhere but at the class; architecture surgery points at it")
  func scores() throws {
    let rows = try run(methods: #"["clip", "clip+architecture-surgery", "clip-surgery"]"#).rows
    #expect(rows.map(\.method) == ["clip", "clip+architecture-surgery", "clip-surgery"])
    #expect(rows.map { $0.metrics[.mIoU] } == [0, 100, 100])
    #expect(rows.map { $0.metrics[.aAcc] } == [0, 100, 100])
  }

  @Test("every pixel of a class is counted, and no pixel of the background")
  func counts() throws {
    let scene = PhantomScene.bands
    let perBand = Int64(scene.width * scene.height / 4)
    let row = try #require(try run(methods: #"["clip-surgery"]"#).rows.first)
    #expect(row.images == 2)
    #expect(row.perClass.map { $0.counts[.truthPixels] } == Array(repeating: 2 * perBand, count: 3))
    #expect(row.confusion?.scoredPixels == 6 * perBand)
    #expect(row.confusion?.ignoredPixels == 2 * perBand)
  }

  private func run(methods: String) throws -> ResultDocument {
    let config = try folder.write(
      """
      {
        "name": "phantom", "method": \(methods),
        "protocol": { "preset": "paper", "inputSize": 64, "templates": "\(path("templates.txt"))" },
        "model": { "checkpoint": "\(checkpoint.file.path(percentEncoded: false))" },
        "dataset": { "kind": "folder", "root": "\(path(""))", "imageSuffix": ".png",
          "classes": "\(path("classes.txt"))", "ignoreLabel": 255 }
      }
      """, to: "phantom.json")
    let surroundings = Surroundings(
      environment: [:], workingDirectory: SharedData.packageRoot)
    let experiment = try Experiment(
      opening: ExperimentFile(ConfigurationDocument(contentsOf: config, in: surroundings)))
    return try ExperimentRun(
      experiment, by: ExperimentRun.Program(version: "test", arguments: [])
    ).evaluate(
      into: RunFolder(
        beginning: experiment, at: folder.url.appending(path: "run-\(UUID().uuidString)")),
      savingPredictions: false, using: OpenBLASMultiplier(), progress: { _ in })
  }

  private func path(_ name: String) -> String {
    folder.url.appending(path: name).path(percentEncoded: false)
  }
}
