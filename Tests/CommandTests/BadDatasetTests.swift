import Foundation
import Imaging
import TestSupport
import Testing

extension BinaryTests {
  @Suite("Incomplete data sets")
  struct BadDatasetTests {
    let experiment: SmallExperiment

    init() throws {
      experiment = try SmallExperiment()
    }

    private func remove(_ path: String) throws {
      try FileManager.default.removeItem(at: experiment.folder.url.appending(path: path))
    }

    @Test("A missing label map")
    func missingLabel() async throws {
      try remove(experiment.label("three"))
      try await experiment.expectRefusal(
        mentioning: ["1 of 3 label maps is missing", "labels/three.png"])
    }

    @Test("A missing image of the list")
    func missingImage() async throws {
      try experiment.folder.write("one\nfour\n", to: "list.txt")
      try experiment.folder.write(
        SmallExperiment.labels().pngData(), to: experiment.label("four"))
      try await experiment.expectRefusal(
        ["--set", "dataset.list=list.txt"],
        mentioning: ["1 of 2 images is missing", "images/four.jpg"])
    }

    @Test("An empty list", arguments: ["", "\n \n"])
    func emptyList(text: String) async throws {
      try experiment.folder.write(text, to: "list.txt")
      try await experiment.expectRefusal(
        ["--set", "dataset.list=list.txt"],
        mentioning: ["list.txt", "names no sample", "one id a line"])
    }

    @Test("A list that names an image twice")
    func listedTwice() async throws {
      try experiment.folder.write("one\ntwo\none\n", to: "list.txt")
      try await experiment.expectRefusal(
        ["--set", "dataset.list=list.txt"], mentioning: ["list.txt", "`one`", "lines 1 and 3"])
    }

    @Test("A folder without images")
    func noImages() async throws {
      for id in SmallExperiment.ids { try remove(experiment.image(id)) }
      try await experiment.expectRefusal(mentioning: ["images", "found no files"])
    }

    @Test("A data set that is not there, with how to get it")
    func missingDataset() async throws {
      let missing = experiment.folder.url.appending(path: "missing")
      let process = try await EvaluateProcess.run([
        "--config", "voc20.json", "--data", missing.argument, "--output",
        experiment.output.argument, "--set",
        "model.checkpoint=Datasets/Demo/model/model.safetensors",
      ])
      process.expectRefusal(
        mentioning: ["dataset.root", missing.argument, "VOCtrainval_11-May-2012.tar", "--data DIR"])
    }

    @Test("Neither data nor weights are there, which is told at once")
    func missingDatasetAndWeights() async throws {
      let missing = experiment.folder.url.appending(path: "missing")
      let process = try await EvaluateProcess.run([
        "--config", "voc20.json", "--data", missing.argument,
      ])
      #expect(process.exitCode == 2)
      let lines = process.messages.split(separator: "\n").filter { $0.hasPrefix("error: ") }
      #expect(lines.count == 2, "\(process.messages)")
      #expect(process.messages.contains("dataset.root"))
      #expect(process.messages.contains("model.checkpoint"))
    }

    @Test("No word of where the data sets are")
    func noDataFolder() async throws {
      let process = try await EvaluateProcess.run(["show", "--config", "cityscapes.json"])
      #expect(process.exitCode == 2)
      #expect(process.messages.contains("SURGERYBENCH_DATA"), "\(process.messages)")
    }
  }
}
