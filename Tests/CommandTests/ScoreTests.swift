import Foundation
import Imaging
import TestSupport
import Testing

extension BinaryTests {
  @Suite("evaluate score")
  struct ScoreTests {
    let folder: TemporaryFolder
    let output: URL

    init() throws {
      folder = try TemporaryFolder()
      output = folder.url.appending(path: "run")
    }

    private func score(_ predictions: URL, _ more: [String]) async throws -> SavedResult {
      let process = try await EvaluateProcess.run(
        ["score", "--predictions", predictions.argument, "--output", output.argument] + more)
      #expect(process.exitCode == 0, "\(process.messages)")
      return try SavedResult(in: output)
    }

    @Test("The demo's own label files score 100 in every mean")
    func labelFiles() async throws {
      let result = try await score(Demo.labels, ["--config", "demo.json", "--encoding", "raw"])
      let row = try #require(result.contents.rows.first)
      #expect(result.contents.rows.count == 1)
      #expect(row.images == 240)
      for (metric, value) in row.metrics { #expect(value == 100, "\(metric)") }
      #expect(row.perClass.allSatisfy { $0.iou == 100 && $0.truthPixels > 0 })
    }

    @Test(
      "VOC's ground truth as train ids scores exactly 100", .requiresSharedData,
      arguments: [("voc20", 0), ("voc21", 1)])
    func groundTruth(kind: String, background: Int) async throws {
      let ids = try Self.vocIDs("clean_val")
      #expect(ids.count == 6)
      for id in ids {
        var map = try LabelMap(contentsOf: Self.vocLabel(id))
        // VOC counts its objects from 1; 255 is the border, in predictions nothing.
        map.labels = map.labels.map { raw in
          raw == 255 || Int(raw) + background == 0 ? 255 : raw + UInt16(background) - 1
        }
        try folder.write(map.pngData(), to: "truth/\(id).png")
      }
      let result = try await score(
        folder.url.appending(path: "truth"),
        Self.voc(split: "clean_val") + [
          "--set", "dataset.kind=\(kind)", "--set", "protocol.background=class",
        ])
      let row = try #require(result.contents.rows.first)
      #expect(row.method == "truth")
      #expect(row.images == 6)
      for (metric, value) in row.metrics { #expect(value == 100, "\(metric)") }
    }

    @Test("VOC's label files score exactly 100 as raw labels", .requiresSharedData)
    func rawGroundTruth() async throws {
      let labels = SharedData.url("data/VOCdevkit/VOC2012/SegmentationClass")
      let result = try await score(
        labels, Self.voc(split: "clean_val") + ["--encoding", "raw"])
      let row = try #require(result.contents.rows.first)
      for (metric, value) in row.metrics { #expect(value == 100, "\(metric)") }
    }

    @Test("Predicting the first class everywhere scores what its area gives", .requiresSharedData)
    func allZeroOnVOC() async throws {
      let ids = try Self.vocIDs("clean_all")
      var areas = [Int](repeating: 0, count: 20)
      for id in ids {
        let map = try LabelMap(contentsOf: Self.vocLabel(id))
        for raw in map.labels where (1...20).contains(raw) { areas[Int(raw) - 1] += 1 }
        let zeros = [UInt16](repeating: 0, count: map.labels.count)
        try folder.write(
          LabelMap(width: map.width, height: map.height, labels: zeros).pngData(),
          to: "zeros/\(id).png")
      }
      let result = try await score(
        folder.url.appending(path: "zeros"), Self.voc(split: "clean_all"))
      try expectAllZero(result, areas: areas)
    }

    @Test("Predicting the demo's first class everywhere scores what its area gives")
    func allZeroOnDemo() async throws {
      var areas = [Int](repeating: 0, count: 18)
      for id in Demo.ids.prefix(12) {
        let map = try LabelMap(contentsOf: Demo.labels.appending(path: "\(id).png"))
        for raw in map.labels where (1...18).contains(raw) { areas[Int(raw) - 1] += 1 }
        let zeros = [UInt16](repeating: 0, count: map.labels.count)
        try folder.write(
          LabelMap(width: map.width, height: map.height, labels: zeros).pngData(),
          to: "zeros/\(id).png")
      }
      let result = try await score(
        folder.url.appending(path: "zeros"), ["--config", "demo.json", "--limit", "12"])
      try expectAllZero(result, areas: areas)
    }

    /// Expects the scores of predictions that are the first class everywhere, from the classes' true
    /// areas: its IoU is its share of all pixels, and every other class that is there has 0.
    private func expectAllZero(_ result: SavedResult, areas: [Int]) throws {
      let row = try #require(result.contents.rows.first)
      let total = areas.reduce(0, +)
      let share = Double(areas[0]) / Double(total)
      // A first class without an area was predicted all the same, and counts.
      let counted = areas.indices.count { $0 == 0 || areas[$0] > 0 }
      let present = areas.count { $0 > 0 }
      let expected = [
        "mIoU": 100 * share / Double(counted),
        "mAcc": 100 * (areas[0] > 0 ? 1 : 0) / Double(present),
        "aAcc": 100 * share,
        "fwIoU": 100 * share * share,
      ]
      for (metric, value) in expected {
        let got = try #require(row.metrics[metric] ?? nil, "\(metric)")
        #expect(abs(got - value) <= 1e-12 * abs(value), "\(metric): \(got), expected \(value)")
      }
      #expect(row.confusion.pixels == Int64(total))
      #expect(row.confusion.counts.map { $0[0] } == areas.map(Int64.init))
    }

    @Test("A small data set scores what counting by hand gives")
    func byHand() async throws {
      // Rows of pixels; 255 is void in the truth and nothing in a prediction.
      let truth: [String: (width: Int, labels: [UInt16])] = [
        "first": (4, [0, 0, 1, 1, 2, 2, 255, 0]), "more/second": (3, [1, 2, 255]),
      ]
      let predictions: [String: [UInt16]] = [
        "first": [0, 1, 1, 1, 2, 255, 0, 0], "more/second": [2, 2, 255],
      ]
      for (id, map) in truth {
        func png(_ labels: [UInt16]) throws -> Data {
          try LabelMap(width: map.width, height: labels.count / map.width, labels: labels).pngData()
        }
        try folder.write(png(map.labels), to: "labels/\(id).png")
        try folder.write(png(try #require(predictions[id])), to: "masks/\(id).png")
      }
      try folder.write("cat\ndog\nhen\n", to: "classes.txt")
      let configuration = try folder.write(
        """
        { "protocol": "paper",
          "dataset": { "kind": "folder", "root": ".", "classes": "classes.txt", "ignoreLabel": 255 } }
        """, to: "pets.json")
      let result = try await score(
        folder.url.appending(path: "masks"), ["--config", configuration.argument])
      let row = try #require(result.contents.rows.first)
      #expect(row.method == "masks")
      #expect(row.images == 2)
      #expect(row.confusion.counts == [[2, 1, 0, 0], [0, 2, 1, 0], [0, 0, 2, 1]])
      #expect(row.confusion.ignoredPixels == 2)
      let means = ["mIoU": 500.0 / 9, "mAcc": 200.0 / 3, "aAcc": 200.0 / 3, "fwIoU": 500.0 / 9]
      for (metric, value) in means {
        let got = try #require(row.metrics[metric] ?? nil, "\(metric)")
        #expect(abs(got - value) <= 1e-12 * value, "\(metric): \(got), expected \(value)")
      }
      #expect(row.perClass.map(\.name) == ["cat", "dog", "hen"])
      #expect(row.perClass.map(\.iou) == [100 * (2.0 / 3), 50, 50])
    }

    @Test("Predictions that are not there, of another size or with other labels are refused")
    func wrongPredictions() async throws {
      func expectRefusal(_ parts: [String]) async throws {
        let before = folder.contents
        try await EvaluateProcess.run([
          "score", "--config", "demo.json", "--limit", "2", "--workers", "1", "--predictions",
          folder.url.appending(path: "masks").argument, "--output", output.argument,
        ]).expectRefusal(mentioning: parts)
        #expect(!folder.contents.contains("run/result.json"))
        // What was recorded before the fault could be gone on with.
        try? FileManager.default.removeItem(at: output)
        #expect(folder.contents == before)
      }
      try await expectRefusal(["masks", "demo_000000.png"])
      func write(_ labels: LabelMap, _ id: String) throws {
        try folder.write(labels.pngData(), to: "masks/\(id).png")
      }
      let truth = try LabelMap(contentsOf: Demo.labels.appending(path: "demo_000000.png"))
      var prediction = truth
      prediction.labels = prediction.labels.map { _ in 0 }
      try write(prediction, "demo_000000")
      try await expectRefusal(["no prediction for demo_000001", "masks/demo_000001.png"])
      try write(LabelMap(width: 2, height: 1, labels: [0, 0]), "demo_000001")
      try await expectRefusal(["masks/demo_000001.png", "2 × 1"])
      prediction.labels[5] = 77
      try write(prediction, "demo_000000")
      try await expectRefusal(["masks/demo_000000.png", "77 (1 pixel)", "0 to 17"])
    }

    private static func voc(split: String) -> [String] {
      [
        "--config", "voc20.json", "--data", SharedData.url("data").argument, "--set",
        "dataset.split=\(split)",
      ]
    }

    private static func vocIDs(_ split: String) throws -> [String] {
      let list = SharedData.url("data/VOCdevkit/VOC2012/ImageSets/Segmentation/\(split).txt")
      return try String(contentsOf: list, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    private static func vocLabel(_ id: String) -> URL {
      SharedData.url("data/VOCdevkit/VOC2012/SegmentationClass/\(id).png")
    }
  }
}
