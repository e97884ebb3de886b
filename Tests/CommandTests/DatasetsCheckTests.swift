import Foundation
import Imaging
import TestSupport
import Testing

extension BinaryTests {
  @Suite("Checks of data sets")
  struct DatasetsCheckTests {
    let experiment: SmallExperiment

    init() throws {
      experiment = try SmallExperiment()
    }

    private func check(_ more: String...) async throws -> EvaluateProcess {
      try await EvaluateProcess.run(
        [
          "datasets", "check", "--config",
          experiment.folder.url.appending(path: "experiment.json").argument,
        ] + more)
    }

    /// The members of a report that tests ask for.
    struct Report: Decodable {
      struct Problems: Decodable {
        var counts: [String: Int]
      }
      var sound: Bool
      var problems: Problems
    }

    @Test("A sound data set exits with 0 and says so")
    func sound() async throws {
      let process = try await check("--decode")
      #expect(process.exitCode == 0, "\(process.messages)")
      #expect(process.output.hasSuffix("small: 3 images, nothing is wrong.\n"), "\(process.output)")
      for part in ["sky", "grass", "water", "(not scored)", "foreground everywhere"] {
        #expect(process.output.contains(part), "\(part) is not in: \(process.output)")
      }
      #expect(process.messages.contains("Checking  3/3 samples"), "\(process.messages)")
    }

    @Test("All that is wrong is printed, and the answer is no", arguments: ["1", "3"])
    func unsound(workers: String) async throws {
      let size = (SmallExperiment.width, SmallExperiment.height)
      try experiment.folder.write(Data("GIF89a".utf8), to: experiment.image("one"))
      try experiment.folder.write(
        SmallExperiment.picture(seed: 1).pngData(), to: experiment.label("two"))
      try experiment.folder.write(
        LabelMap(
          width: size.0, height: size.1, labels: Array(repeating: 9, count: size.0 * size.1)
        ).pngData(), to: experiment.label("three"))
      let process = try await check("--quiet", "--workers", workers)
      #expect(process.exitCode == 1)
      #expect(process.messages == "")
      for part in [
        "unreadable-image: ", "images/one.jpg", "unreadable-label: ", "RGB colours",
        "unknown-labels: ", "9 (960 pixels)", "OUTSIDE THE TABLE", "small: 3 images, 3 problems.",
      ] {
        #expect(process.output.contains(part), "\(part) is not in: \(process.output)")
      }

      let json = try await check("--quiet", "--format", "json")
      #expect(json.exitCode == 1)
      let report = try JSONDecoder().decode(Report.self, from: Data(json.output.utf8))
      #expect(!report.sound)
      #expect(
        report.problems.counts == [
          "unreadable-image": 1, "unreadable-label": 1, "unknown-labels": 1,
        ])
    }

    @Test("A data set that does not open is a finding")
    func unsoundList() async throws {
      try experiment.folder.write("one\n../one\n", to: "list.txt")
      let process = try await check("--set", "dataset.list=list.txt")
      #expect(process.exitCode == 1)
      #expect(process.output.contains("`../one` is no id"), "\(process.output)")
      #expect(process.output.contains("No label map was read"), "\(process.output)")
      #expect(process.messages == "")
    }

    @Test("A data set that is not there is bad input")
    func missing() async throws {
      let process = try await EvaluateProcess.run(
        ["datasets", "check", "voc20", "--root", experiment.output.argument])
      process.expectRefusal(mentioning: ["dataset.root", "VOCtrainval_11-May-2012.tar"])
    }

    @Test("A name that is no data set is bad input")
    func unknownName() async throws {
      let process = try await EvaluateProcess.run(["datasets", "check", "voc2O", "--root", "."])
      process.expectRefusal(mentioning: ["voc2O", "did you mean"])
    }

    @Test(
      "A wrong command line exits with 64",
      arguments: [
        ([], "--config"), (["voc20", "--config", "demo.json"], "--config"),
        (["voc20", "--decode", "--labels-only"], "--labels-only"),
        (["voc20", "--workers", "0"], "--workers"), (["voc20", "--format", "xml"], "xml"),
      ])
    func usage(arguments: [String], mention: String) async throws {
      let process = try await EvaluateProcess.run(["datasets", "check"] + arguments)
      #expect(process.exitCode == 64)
      #expect(process.output == "")
      #expect(process.messages.contains(mention), "\(process.messages)")
    }

    @Test(
      "VOC's untouched photos are sound, and Cityscapes' only a part of the whole",
      .requiresSharedData)
    func realData() async throws {
      let voc = try await EvaluateProcess.run([
        "datasets", "check", "voc20", "--root", SharedData.url("data").argument, "--split",
        "clean_all",
      ])
      #expect(voc.exitCode == 0, "\(voc.output)")
      let cityscapes = try await EvaluateProcess.run([
        "datasets", "check", "cityscapes", "--root", SharedData.url("data").argument, "--split",
        "train",
      ])
      #expect(cityscapes.exitCode == 1)
      #expect(
        cityscapes.output.contains("names 3 images, and 2975 were published")
          && cityscapes.output.contains("cityscapes train: 3 images, 1 problem."),
        "\(cityscapes.output)")
    }
  }
}
