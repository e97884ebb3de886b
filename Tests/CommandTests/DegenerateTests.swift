import Foundation
import Imaging
import TestSupport
import Testing

extension BinaryTests {
  /// Whole runs of every task where scores have nothing to tell apart.
  ///
  /// One patch, maps that are the same everywhere, one class: nothing may become NaN, and what comes out is
  /// known without computing.
  @Suite("Runs with nothing to tell apart")
  struct DegenerateTests {
    /// What there is too little of.
    enum Lack: String, CaseIterable {
      /// The image is one patch.
      case patches
      /// The projection is zero, so that every token goes equally with every text: not at all.
      case features
      /// There is one class.
      case classes
    }

    /// What a result of any task holds, as far as these tests ask.
    private struct Contents: Decodable {
      struct Row: Decodable {
        struct ClassRow: Decodable {
          var truthPixels: Int64?
          var predictedPixels: Int64?
          var averagePrecision: Double?
        }

        var method: String
        var metrics: [String: Double?]
        var counts: [String: Int]?
        var perClass: [ClassRow]
      }

      var rows: [Row]
    }

    private static let imageCount = 6
    private static let methods = [
      "clip", "clip+feature-surgery", "clip+architecture-surgery", "clip-surgery",
    ]

    let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
    }

    /// Runs a task where something lacks.
    private func rows(of task: String, lacking lack: Lack) async throws -> [Contents.Row] {
      var checkpoint = CheckpointBytes(try Data(contentsOf: Demo.checkpoint))
      if lack == .features {
        let bytes = try #require(checkpoint.bytes(of: "visual.proj"))
        let place =
          checkpoint.dataStart + bytes.lowerBound..<checkpoint.dataStart + bytes.upperBound
        checkpoint.data.replaceSubrange(place, with: Data(count: place.count))
      }
      try folder.write(checkpoint.data, to: "model.safetensors")
      try folder.write(Data(contentsOf: Demo.vocabulary), to: "merges.txt")
      // One class is the sky, where there is one; label 1 of the demo's masks.
      let classes = lack == .classes ? 1 : 18
      let names = try String(
        contentsOf: Demo.folder.appending(path: "VOC/classes.txt"), encoding: .utf8
      ).split(separator: "\n").prefix(classes)
      try folder.write(names.joined(separator: "\n"), to: "classes.txt")
      let table = (1...18).map { "\"\($0)\": \($0 <= classes ? "\($0 - 1)" : "null")" }
      try folder.write(
        """
        {
          "task": "\(task)",
          "method": [\(Self.methods.map { "\"\($0)\"" }.joined(separator: ", "))],
          "protocol": { "preset": "demo"\(lack == .patches ? ", \"inputSize\": 8" : "") },
          "model": { "checkpoint": "model.safetensors" },
          "dataset": {
            "kind": "folder", "root": "\(Demo.folder.appending(path: "VOC").argument)",
            "images": "JPEGImages", "labels": "SegmentationClass",
            "list": "ImageSets/Segmentation/val.txt", "imageSuffix": ".jpg",
            "labelSuffix": ".png", "classes": "classes.txt",
            "labelMap": { \(table.filter { !$0.hasSuffix("null") }.joined(separator: ", ")) },
            "backgroundLabel": [0\((classes + 1..<19).map { ", \($0)" }.joined())],
            "ignoreLabel": 255
          }
        }
        """, to: "experiment.json")
      let output = folder.url.appending(path: "run")
      let process = try await EvaluateProcess.run([
        "--config", folder.url.appending(path: "experiment.json").argument, "--limit",
        "\(Self.imageCount)", "--output", output.argument,
      ])
      #expect(process.exitCode == 0, "\(process.messages)")
      #expect(!process.output.lowercased().contains("nan"), "\(process.output)")
      let data = try Data(contentsOf: output.appending(path: "result.json"))
      return try JSONDecoder().decode(Contents.self, from: data).rows
    }

    /// The true classes of the pixels of each image, from 0; `nil` where none is scored.
    private func truth(classes: Int) throws -> [[Int?]] {
      try Demo.ids.prefix(Self.imageCount).map { id in
        try LabelMap(contentsOf: Demo.labels.appending(path: "\(id).png")).labels.map {
          (1...classes).contains(Int($0)) ? Int($0) - 1 : nil
        }
      }
    }

    @Test(
      "Where all classes score the same, every pixel is of the first",
      arguments: [Lack.features, .classes])
    func segmentation(lack: Lack) async throws {
      let pixels = try truth(classes: lack == .classes ? 1 : 18).joined().compactMap(\.self)
      for row in try await rows(of: "segmentation", lacking: lack) {
        #expect(row.perClass[0].predictedPixels == Int64(pixels.count), "\(row.method)")
        #expect(row.perClass.dropFirst().allSatisfy { $0.predictedPixels == 0 })
        let right = 100 * Double(pixels.count { $0 == 0 }) / Double(pixels.count)
        let accuracy = try #require(row.metrics["aAcc"] ?? nil)
        #expect(abs(accuracy - right) < 1e-10, "\(row.method): \(accuracy), expected \(right)")
      }
    }

    @Test("Of one patch, every pixel of an image gets one class")
    func singlePatchSegmentation() async throws {
      for row in try await rows(of: "segmentation", lacking: .patches) {
        let predicted = row.perClass.compactMap(\.predictedPixels).filter { $0 > 0 }
        #expect((1...Self.imageCount).contains(predicted.count), "\(row.method)")
        #expect(row.metrics.values.allSatisfy { $0?.isFinite == true })
      }
    }

    @Test(
      "Maps that are the same everywhere are 0: no contrast, foreground everywhere or nowhere",
      arguments: Lack.allCases)
    func explainability(lack: Lack) async throws {
      for row in try await rows(of: "explainability", lacking: lack) {
        // One class leaves feature surgery nothing, and the cosines alone their maps.
        let isConstant =
          lack != .classes || row.method.contains("feature") || row.method == "clip-surgery"
        #expect(row.counts?["pairs"] ?? 0 > 0)
        #expect(row.metrics.values.allSatisfy { $0?.isFinite == true }, "\(row.metrics)")
        guard isConstant else { continue }
        #expect(row.metrics["mSC"] == 0, "\(row.method)")
        #expect(row.metrics["mIoU"] == row.metrics["allForeground"], "\(row.method)")
        #expect(row.metrics["threshold"] == 0, "\(row.method)")
      }
    }

    @Test("Maps that are the same everywhere give no points", arguments: Lack.allCases)
    func points(lack: Lack) async throws {
      let truth = try truth(classes: lack == .classes ? 1 : 18)
      for row in try await rows(of: "points", lacking: lack) where lack != .classes {
        #expect(row.counts?["pairs"] == 0, "\(row.method)")
        #expect(
          row.counts?["pairsWithoutPoints"]
            == truth.reduce(0) { $0 + Set($1.compactMap(\.self)).count }, "\(row.method)")
        #expect(row.metrics.values.allSatisfy { $0 == nil }, "\(row.metrics)")
      }
    }

    @Test(
      "Where all images score the same, precision is the share of images that show the class",
      arguments: Lack.allCases)
    func recognition(lack: Lack) async throws {
      let shown = try truth(classes: lack == .classes ? 1 : 18).map { Set($0.compactMap(\.self)) }
      for row in try await rows(of: "multi-label", lacking: lack) {
        #expect(row.metrics.values.allSatisfy { $0?.isFinite == true }, "\(row.metrics)")
        // One class takes all of the softmax and leaves feature surgery nothing.
        let isConstant =
          lack == .features
          || (lack == .classes
            && (row.method.contains("softmax")
              || row.method.contains("surgery")
                && row.method != "clip+architecture-surgery"))
        guard isConstant else { continue }
        for (classID, score) in row.perClass.enumerated() {
          let count = shown.count { $0.contains(classID) }
          let share = 100 * Double(count) / Double(shown.count)
          guard count > 0 else {
            #expect(score.averagePrecision == nil)
            continue
          }
          let got = try #require(score.averagePrecision)
          #expect(abs(got - share) < 1e-10, "\(row.method), class \(classID): \(got), \(share)")
        }
      }
    }
  }
}
