import CLIP
import Datasets
import Foundation
import Metrics
import OpenVocabulary
import TestSupport
import Testing

@testable import Evaluation

@Suite("Experiment")
struct ExperimentTests {
  private let sandbox: ExperimentSandbox

  init() throws {
    sandbox = try ExperimentSandbox()
  }

  @Test("Everything that a configuration names is opened")
  func opening() throws {
    let experiment = try sandbox.experiment()
    #expect(experiment.file.name == "small")
    #expect(experiment.methods == [.clip, .clipSurgery])
    #expect(experiment.templates.templates == ["a {}.", "the {}."])
    #expect(experiment.data.ids == ["a", "b", "c"])
    #expect(experiment.data.classList.texts == [["cat"], ["dog", "puppy"]])
    guard case .labelMaps(let dataset) = experiment.data else {
      Issue.record("Segmentation needs label maps, not \(experiment.data)")
      return
    }
    #expect(
      dataset.labelTable.entries == [
        LabelTable.Entry(raw: 1, trainID: 0), LabelTable.Entry(raw: 2, trainID: 1),
        LabelTable.Entry(raw: 255, trainID: nil),
      ])
    #expect(experiment.model?.vocabulary.source == .besideCheckpoint)
    #expect(
      experiment.evaluationProtocol.inputSizes[.segmentation] == [
        InputSize(height: 512, width: 512)
      ])
    #expect(experiment.evaluationProtocol.absentClasses == .predictedCountsZero)
  }

  @Test("A selection limits the samples")
  func selection() throws {
    let experiment = try sandbox.experiment(selecting: .range(1..<3))
    #expect(experiment.data.ids == ["b", "c"])
  }

  @Test("Scoring saved predictions needs neither weights nor images")
  func scoring() throws {
    let folder = sandbox.configuration.folder.url
    try FileManager.default.removeItem(at: folder.appending(path: "data/images"))
    try FileManager.default.removeItem(at: folder.appending(path: "model"))
    let experiment = try sandbox.experiment(for: .scoringPredictions)
    #expect(experiment.model == nil)
    #expect(experiment.data.ids == ["a", "b", "c"])
    #expect(try experiment.hash != ExperimentSandbox().experiment().hash)
  }

  @Test("The name is the file's where none is stated")
  func name() throws {
    let file = try ExperimentFile(
      sandbox.configuration.document(
        "deep/my-data.json",
        of: ["deep/my-data.json": #"{ "dataset": { "kind": "voc20", "root": "x" } }"#]))
    #expect(file.name == "my-data")
    #expect(try file.rows.first?.description == "name = my-data (default)")
  }

  @Test(
    "Methods are named, or put together and named for their parts",
    arguments: [
      (#""clip""#, Method.clip),
      (#""clip+feature-surgery""#, .featureSurgery),
      (#"{ "attention": "original" }"#, .clip),
      (#"{ "attention": "surgery" }"#, .architectureSurgery),
      (#"{ "attention": "surgery", "featureSurgery": "released" }"#, .clipSurgery),
      (
        #"{ "attention": "surgery", "featureSurgery": "paper" }"#,
        Method(
          name: "clip-surgery,featureSurgery=paper", attention: .surgery(),
          featureSurgery: FeatureSurgery(.paper))
      ),
      (
        #"{ "attention": "surgery", "surgery": { "firstBlock": 7 } }"#,
        Method(
          name: "clip+architecture-surgery,firstBlock=7",
          attention: .surgery(blocks: BlockSurgery(.from(7))),
          featureSurgery: nil)
      ),
      (#""vv-last-block""#, .valueLastBlock),
      (#""vv-single-path""#, .valueSinglePath),
      (#""dual-path-with-ffn""#, .dualPathWithFeedForward),
      (
        #"{ "attention": "surgery", "surgery": { "paths": "single", "lastBlocks": 1 } }"#,
        .valueLastBlock
      ),
      (
        #"{ "attention": "surgery", "surgery": { "paths": "single" } }"#, .valueSinglePath
      ),
      (
        #"{ "attention": "surgery", "surgery": { "feedForward": true } }"#,
        .dualPathWithFeedForward
      ),
      (
        #"{ "attention": "surgery", "surgery": { "paths": "single", "feedForward": false, "lastBlocks": 2 } }"#,
        Method(
          name: "vv-single-path,lastBlocks=2,feedForward=false",
          attention: .surgery(
            blocks: BlockSurgery(.last(2), paths: .single, feedForward: false)),
          featureSurgery: nil)
      ),
      (
        #"{ "attention": "surgery", "featureSurgery": "released", "surgery": { "paths": "single", "firstBlock": 2 } }"#,
        Method(
          name: "vv-single-path+feature-surgery,firstBlock=2",
          attention: .surgery(blocks: BlockSurgery(.from(2), paths: .single)),
          featureSurgery: FeatureSurgery())
      ),
      (
        #"{ "name": "mine", "attention": "original", "featureSurgery": "first-release" }"#,
        Method(
          name: "mine", attention: .original, featureSurgery: FeatureSurgery(.firstRelease))
      ),
    ])
  func methods(text: String, expected: Method) throws {
    let file = try ExperimentFile(
      sandbox.configuration.document(
        #"{ "method": \#(text), "dataset": { "kind": "voc20", "root": "x" } }"#))
    #expect(file.methods == [expected])
  }

  @Test("Several first blocks are a method each, named for them")
  func severalFirstBlocks() throws {
    for (own, name) in [("", "clip+architecture-surgery"), (#""name": "deep", "#, "deep")] {
      let file = try ExperimentFile(
        sandbox.configuration.document(
          """
          { "method": ["clip", { \(own)"attention": "surgery", "surgery": { "firstBlock": [1, 7] } }],
            "dataset": { "kind": "voc20", "root": "x" } }
          """))
      #expect(
        file.methods == [
          .clip,
          Method(
            name: "\(name),firstBlock=1", attention: .surgery(blocks: BlockSurgery(.from(1))),
            featureSurgery: nil),
          Method(
            name: "\(name),firstBlock=7", attention: .surgery(blocks: BlockSurgery(.from(7))),
            featureSurgery: nil),
        ])
    }
  }

  @Test("Several input sizes are a row each for every method, all methods of a size together")
  func severalInputSizes() throws {
    func rows(_ sizes: String) throws -> [ScoredMethod] {
      let experiment = try sandbox.experiment(set: ["protocol.inputSize=\(sizes)"])
      return ScoredMethod.rows(
        of: experiment.methods, at: experiment.evaluationProtocol.inputSizes[.segmentation])
    }
    #expect(try rows("[64, 96]").map(\.name) == ["clip", "clip-surgery"])
    #expect(try rows("[64, 96]")[0].inputSize == InputSize(height: 64, width: 96))
    let several = try rows(#"{"each": [64, [64, 96]]}"#)
    #expect(
      several.map(\.name) == [
        "clip @ 64", "clip-surgery @ 64", "clip @ 64x96", "clip-surgery @ 64x96",
      ])
    #expect(
      several.map(\.inputSize)
        == [64, 64, 96, 96].map { InputSize(height: 64, width: $0) })
    #expect(several.map(\.method) == [.clip, .clipSurgery, .clip, .clipSurgery])
    let tasks =
      #"{"segmentation": {"each": [32, 64]}, "explainability": 96, "multi-label": 8, "points": 8}"#
    #expect(try rows(tasks).count == 4)
    #expect(
      try sandbox.experiment(set: ["protocol.inputSize=\(tasks)"]).file.rows
        .first { $0.key.description == "protocol.inputSize" }?.value
        == "segmentation each of 32 × 32, 64 × 64, explainability 96 × 96, multi-label 8 × 8, "
        + "points 8 × 8")
  }

  @Test("Recognition reads the class token, which only a single path changes")
  func recognitionOfAblations() throws {
    let choices = try sandbox.experiment().evaluationProtocol
    #expect(choices.effective(.clipSurgery, in: .recognition).attention == .original)
    #expect(choices.effective(.dualPathWithFeedForward, in: .recognition).attention == .original)
    #expect(choices.effective(.valueLastBlock, in: .recognition) == .valueLastBlock)
  }

  @Test("A named method does the feature surgery that the protocol prefers")
  func preferredVariant() throws {
    let file = try ExperimentFile(
      sandbox.configuration.document(
        ExperimentSandbox.text, set: ["protocol.featureSurgery.variant=first-release"]))
    #expect(file.methods.map(\.name) == ["clip", "clip-surgery"])
    #expect(file.methods.map(\.featureSurgery?.variant) == [nil, .firstRelease])
  }

  @Test("Segmentation leaves feature surgery out unless the protocol switches it on")
  func effectiveMethods() throws {
    let left = try sandbox.experiment().evaluationProtocol
    #expect(left.effective(.clipSurgery, in: .segmentation).featureSurgery == nil)
    #expect(left.effective(.clipSurgery, in: .segmentation).attention == .surgery())
    let on = try sandbox.experiment(set: ["protocol.segmentation.featureSurgery=true"])
      .evaluationProtocol
    #expect(on.effective(.clipSurgery, in: .segmentation) == .clipSurgery)
  }

  @Test("What an experiment should score is read")
  func expectations() throws {
    let file = try ExperimentFile(
      sandbox.configuration.document(
        ExperimentSandbox.text,
        set: ["method=clip", #"expects.mIoU={"value": 31.4, "tolerance": 0.3}"#]))
    #expect(file.expectations == [.mIoU: Expectation(value: 31.4, tolerance: 0.3)])
  }

  @Test("The document holds everything that was chosen, why, and no place")
  func document() throws {
    let text = try sandbox.experiment().documentText
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(Set(object.keys) == ["name", "content", "description", "expects"])
    #expect(text.contains(#""status" : "inferred""#))
    #expect(!text.contains(sandbox.configuration.folder.url.lastPathComponent))
    #expect(!text.contains("model.safetensors"))
  }

  @Test(
    "Settings that contradict each other are refused",
    arguments: [
      (
        #"method=["clip", "clip"]"#,
        #"--set method=["clip", "clip"]: `method` names clip twice; give each a `name` of its own"#
      ),
      (
        "dataset.split=val",
        """
        --set dataset.split=val: `dataset.split` is no setting of the kind folder, only of voc20, \
        voc21, context59, context60, coco-stuff171, coco-stuff10k, coco-object81, ade20k150, \
        cityscapes, imagenet-s50, imagenet-s300, imagenet-s919, voc2007, voc2012, coco2014, coco2017, \
        nus-wide81
        """
      ),
      (
        #"expects.aAcc={"value": 50, "tolerance": 1}"#,
        """
        --set expects.aAcc={"value": 50, "tolerance": 1}: `expects.aAcc` needs an experiment of one \
        method at one input size; this one has 2 rows
        """
      ),
    ])
  func contradictions(option: String, expected: String) {
    #expect(sandbox.complaint(set: [option]) == expected)
  }

  @Test(
    "A setting that must be stated and is not is named with what it takes",
    arguments: [
      (
        "{}",
        """
        experiment.json: `dataset.kind` is not stated, expected a kind of data set: voc20, voc21, \
        context59, context60, coco-stuff171, coco-stuff10k, coco-object81, ade20k150, cityscapes, \
        imagenet-s50, imagenet-s300, imagenet-s919, voc2007, voc2012, coco2014, coco2017, nus-wide81, \
        folder
          the layout, the labels and the classes; `folder` for data of your own
        """
      ),
      (
        #"{ "dataset": { "kind": "folder", "root": "data" } }"#,
        """
        experiment.json: `dataset.classes` is not stated, expected the name or path of a file of \
        class names
          the file of class names, or the name of a list in Datasets/classes
        """
      ),
    ])
  func missingSettings(text: String, expected: String) {
    #expect(sandbox.complaint(text) == expected)
  }

  @Test("Who lacks the data and the weights is told of both, with where they are to be had")
  func missingFiles() {
    let complaint = sandbox.complaint(
      #"{ "dataset": { "kind": "cityscapes", "root": "nowhere" } }"#)
    #expect(
      complaint == """
        experiment.json:1:46: `dataset.root`: no folder at nowhere
          Cityscapes is published at https://www.cityscapes-dataset.com/downloads/
          as leftImg8bit_trainvaltest.zip and gtFine_trainvaltest.zip. Unpacked into a folder cityscapes,
          they hold
            cityscapes/leftImg8bit/val/frankfurt/frankfurt_000000_000294_leftImg8bit.png …
            cityscapes/gtFine/val/frankfurt/frankfurt_000000_000294_gtFine_labelIds.png …
          Say where it is: --data DIR with the folder that holds cityscapes, or --set dataset.root=DIR
        experiment.json: `model.checkpoint` is not stated, expected the path of the network's weights
          OpenAI publishes ViT-B/16 at
            https://openaipublic.azureedge.net/clip/models/\
        5806e77cd80f8b59890b7e101eabd078d9fb84e6937f9e85e4ecb61988df416f/ViT-B-16.pt
          Say where it is: --set model.checkpoint=PATH
        """)
  }

  @Test("A folder without the data set in it is told from a folder that is not there")
  func emptyRoot() {
    let complaint = sandbox.complaint(
      """
      { "model": { "checkpoint": "model/model.safetensors" },
        "dataset": { "kind": "voc20", "root": "data" } }
      """)
    #expect(
      complaint.hasPrefix("experiment.json:2:41: `dataset.root`: no voc20 data set at data\n"))
    #expect(complaint.contains("VOCtrainval_11-May-2012.tar"))
  }

  @Test(
    "Benchmarks are read with the prompts that MaskCLIP's authors wrote, or with their own names",
    .requiresSharedData)
  func benchmarkClassLists() throws {
    let root = SharedData.url("data").path
    func names(_ kind: String, _ choice: String, split: String = "val") throws -> String {
      try sandbox.experiment(
        """
        { "dataset": { "kind": "\(kind)", "root": "\(root)", "split": "\(split)" },
          "protocol": { "classNames": "\(choice)" },
          "model": { "checkpoint": "model/model.safetensors" } }
        """
      ).data.classList.name
    }
    #expect(try names("voc20", "maskclip") == "voc20.maskclip")
    #expect(try names("voc20", "canonical") == "voc20")
    #expect(try names("voc21", "maskclip") == "voc21")
    #expect(try names("cityscapes", "maskclip", split: "train") == "cityscapes19.maskclip")
    #expect(try names("context59", "maskclip") == "context59.maskclip")
    #expect(try names("context60", "maskclip") == "context60")
    #expect(try names("coco-stuff171", "maskclip") == "coco-stuff171.maskclip")
    #expect(try names("coco-object81", "maskclip") == "coco-object81")
    #expect(try names("ade20k150", "maskclip") == "ade20k150.maskclip")
  }
}

extension SettingRow {
  fileprivate var description: String { "\(key) = \(value) (\(origin))" }
}
