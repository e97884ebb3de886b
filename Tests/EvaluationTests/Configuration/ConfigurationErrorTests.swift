import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite("Configuration errors")
struct ConfigurationErrorTests {
  private let sandbox: ConfigurationSandbox

  init() throws {
    sandbox = try ConfigurationSandbox()
  }

  @Test(
    "A mistake is named with line, column, key, what was found and what was expected",
    arguments: [
      (
        #"{ "metod": "clip" }"#,
        "experiment.json:1:3: unknown key `metod`; did you mean `method`?"
      ),
      (
        "{\n  \"dataset\": {\n    \"rot\": \"x\" }\n}",
        "experiment.json:3:5: unknown key `dataset.rot`; did you mean `dataset.root`?"
      ),
      (
        #"{ "inputSize": 64 }"#,
        "experiment.json:1:3: unknown key `inputSize`; did you mean `protocol.inputSize`?"
      ),
      (
        #"{ "model": { "zzzzzz": 1 } }"#,
        """
        experiment.json:1:14: unknown key `model.zzzzzz`; keys here: name, checkpoint, vocabulary, heads, \
        activation
        """
      ),
      (
        #"{ "extend": "base.json" }"#,
        "experiment.json:1:3: unknown key `extend`; did you mean `extends`?"
      ),
      (
        #"{ "workers": "two" }"#,
        """
        experiment.json:1:14: `workers` is "two", expected a whole number of threads from 1 to 1024
        """
      ),
      (
        #"{ "batch": 0 }"#,
        "experiment.json:1:12: `batch` is 0, expected a whole number of images from 1 to 4096"
      ),
      (
        #"{ "batch": 1.5 }"#,
        "experiment.json:1:12: `batch` is 1.5, expected a whole number of images from 1 to 4096"
      ),
      (
        #"{ "batch": 99999999999999999999 }"#,
        """
        experiment.json:1:12: `batch` is 99999999999999999999, expected a whole number of images \
        from 1 to 4096
        """
      ),
      (
        #"{ "name": null }"#,
        "experiment.json:1:11: `name` is null, expected a text"
      ),
      (
        #"{ "name": 5 }"#,
        "experiment.json:1:11: `name` is 5, expected a text"
      ),
      (
        #"{ "dataset": "voc20" }"#,
        #"experiment.json:1:14: `dataset` is "voc20", expected an object"#
      ),
      (
        #"{ "protocol": 5 }"#,
        """
        experiment.json:1:15: `protocol` is 5, expected an object or the text that its key `preset` \
        takes
        """
      ),
      (
        #"{ "task": "segmentatoin" }"#,
        """
        experiment.json:1:11: `task` is "segmentatoin"; did you mean `segmentation`?
        """
      ),
      (
        #"{ "task": "detection" }"#,
        #"experiment.json:1:11: `task` is "detection"; known: segmentation, explainability, multi-label, points"#
      ),
      (
        #"{ "method": "clip-surgry" }"#,
        #"experiment.json:1:13: `method` is "clip-surgry"; did you mean `clip-surgery`?"#
      ),
      (
        #"{ "method": ["clip", 3] }"#,
        """
        experiment.json:1:22: `method` is 3, expected a method (clip, clip+architecture-surgery, \
        clip+feature-surgery, clip-surgery, vv-last-block, vv-single-path, dual-path-with-ffn) or \
        an object of `name`, `attention`, `surgery`, `featureSurgery`
        """
      ),
      (
        #"{ "method": { "attention": "surgery", "surgery": { "first": 7 } } }"#,
        """
        experiment.json:1:52: unknown key `method.surgery.first`; keys here: firstBlock, \
        lastBlocks, paths, feedForward, resNet
        """
      ),
      (
        #"{ "method": { "featureSurgery": "paper" } }"#,
        """
        experiment.json:1:13: `method.attention` is not stated, expected an attention: original, \
        surgery
          how the vision tower's blocks attend: as trained, or with architecture surgery
        """
      ),
      (
        #"{ "method": { "attention": "original", "surgery": { "firstBlock": 7 } } }"#,
        """
        experiment.json:1:67: `method.surgery.firstBlock` has no meaning where `attention` is \
        original
        """
      ),
      (
        #"{ "method": { "attention": "surgery", "surgery": { "firstBlock": 7, "lastBlocks": 2 } } }"#,
        """
        experiment.json:1:83: `method.surgery.lastBlocks` says where surgery begins, and so does \
        `firstBlock`; state one of them
        """
      ),
      (
        #"{ "method": { "attention": "surgery", "surgery": { "paths": "two" } } }"#,
        #"experiment.json:1:61: `method.surgery.paths` is "two"; known: dual, single"#
      ),
      (
        #"{ "protocol": { "inputSize": "large" } }"#,
        """
        experiment.json:1:30: `protocol.inputSize` is "large", expected a whole number of pixels \
        from 1 to 16384, or [height, width]
        """
      ),
      (
        #"{ "protocol": { "inputSize": [64, 64, 3] } }"#,
        """
        experiment.json:1:30: `protocol.inputSize` is a list of 3, expected a whole number of \
        pixels from 1 to 16384, or [height, width]
        """
      ),
      (
        #"{ "protocol": { "inputSize": { "each": [64, 64] } } }"#,
        """
        experiment.json:1:40: `protocol.inputSize` is a list of 2, expected sizes of which no two are \
        alike
        """
      ),
      (
        #"{ "protocol": { "inputSize": { "each": 64 } } }"#,
        """
        experiment.json:1:40: `protocol.inputSize` is 64, expected a list, each a whole number of \
        pixels from 1 to 16384, or [height, width]
        """
      ),
      (
        #"{ "protocol": { "inputSize": { "every": [64] } } }"#,
        """
        experiment.json:1:30: `protocol.inputSize` is an object, expected a whole number of pixels \
        from 1 to 16384, or [height, width], or {"each": […]} for a row at each of several, or an \
        object of these with the keys segmentation, explainability, multi-label, points
        """
      ),
      (
        #"{ "protocol": { "truncateText": 1 } }"#,
        "experiment.json:1:33: `protocol.truncateText` is 1, expected true or false"
      ),
      (
        #"{ "protocol": { "inputSize": { "value": 64, "status": "sure" } } }"#,
        """
        experiment.json:1:55: `protocol.inputSize.status` is "sure"; known: stated, inferred, \
        unknown, own
        """
      ),
      (
        #"{ "protocol": "papr" }"#,
        #"experiment.json:1:15: `protocol.preset` is "papr"; did you mean `paper`?"#
      ),
      (
        #"{ "dataset": { "labelMap": { "7": "road" } } }"#,
        """
        experiment.json:1:35: `dataset.labelMap.7` is "road", expected a whole number of classes \
        from 0 to 65533
        """
      ),
      (
        #"{ "dataset": { "labelMap": { "road": 7 } } }"#,
        """
        experiment.json:1:30: `dataset.labelMap` is about the label "road", expected raw labels \
        from 0 to 65535
        """
      ),
      (
        #"{ "expects": { "mIoU": { "value": 101, "tolerance": 1 } } }"#,
        "experiment.json:1:35: `expects.mIoU.value` is 101, expected a number from 0 to 100"
      ),
      (
        #"{ "name": "a", "name": "b" }"#,
        """
        experiment.json:1:3: `name` is stated more than once in this object, here for the first \
        time
        """
      ),
      (
        #"[1, 2]"#,
        "experiment.json:1:1: not JSON: expected an object, got a list of 2"
      ),
    ])
  func mistakes(text: String, expected: String) {
    #expect(sandbox.complaint(text) == expected)
  }

  @Test("Every mistake of a file is named, in the order in which they stand")
  func severalMistakes() {
    #expect(
      sandbox.complaint(
        """
        { "worker": 2,
          "batch": -1,
          "model": { "checkpont": "x" } }
        """) == """
          experiment.json:1:3: unknown key `worker`; did you mean `workers`?
          experiment.json:2:12: `batch` is -1, expected a whole number of images from 1 to 4096
          experiment.json:3:14: unknown key `model.checkpont`; did you mean `model.checkpoint`?
          """)
  }

  @Test(
    "A mistake in an override names the option",
    arguments: [
      (
        "protocol.inputsize=64",
        """
        --set protocol.inputsize=64: unknown key `protocol.inputsize`; did you mean \
        `protocol.inputSize`?
        """
      ),
      (
        "workers=many",
        #"--set workers=many: `workers` is "many", expected a whole number of threads from 1 to 1024"#
      ),
      (
        "workers",
        """
        --set workers: expected key.path=value, for example --set protocol.inputSize=64
        """
      ),
      (
        "model..checkpoint=x",
        """
        --set model..checkpoint=x: expected key.path=value, for example --set \
        protocol.inputSize=64
        """
      ),
      (
        "method.attention=original",
        """
        --set method.attention=original: `method.attention` is part of `method`, which is stated as \
        a whole: --set 'method=…'
        """
      ),
      (
        "extends=base.json",
        "--set extends=base.json: `extends` can be stated in files only"
      ),
      (
        #"method=["clip""#,
        """
        --set method=["clip": not JSON: while parsing a flow sequence (line 1), did not find \
        expected ',' or ']'
        """
      ),
    ])
  func overrides(option: String, expected: String) {
    #expect(sandbox.complaint("{}", set: [option]) == expected)
  }

  @Test("Files that extend each other in a circle are named in order")
  func circularExtension() throws {
    #expect(
      throws: ConfigurationError.circularExtension(
        origin: .file(
          ConfigurationSource(
            file: sandbox.surroundings.file(at: "b.json"), in: sandbox.surroundings),
          line: 1, column: 14),
        files: ["a.json", "b.json", "a.json"])
    ) {
      try sandbox.document(
        "a.json",
        of: ["a.json": #"{ "extends": "b.json" }"#, "b.json": #"{ "extends": "a.json" }"#])
    }
    #expect(
      sandbox.complaint(#"{ "extends": "experiment.json" }"#)
        == """
        experiment.json:1:14: `extends` goes round in a circle: experiment.json → experiment.json
        """)
  }

  @Test("A base that is not there is named where it is stated")
  func missingBase() {
    #expect(
      sandbox.complaint(#"{ "extends": "bases/nothing.json" }"#)
        == "experiment.json:1:14: `extends`: no file at bases/nothing.json")
  }

  @Test("A mistake in a base has the base's position")
  func mistakeInBase() throws {
    try sandbox.folder.write("{\n  \"batsh\": 2 }", to: "bases/base.json")
    #expect(
      sandbox.complaint(#"{ "extends": "bases/base.json" }"#)
        == "bases/base.json:2:3: unknown key `batsh`; did you mean `batch`?")
  }

  @Test("A file that cannot be read is named with the reason")
  func unreadable() throws {
    func complaint(_ name: String) -> String {
      do throws(ConfigurationError) {
        _ = try sandbox.document(name, of: [:])
        return ""
      } catch {
        return error.description
      }
    }
    #expect(complaint("nothing.json") == "nothing.json: cannot be read: there is no such file")
    #expect(complaint(".") == ".: cannot be read: it is a folder")
    try sandbox.folder.write(Data([0x7B, 0xFF, 0x7D]), to: "latin.json")
    #expect(complaint("latin.json") == "latin.json: cannot be read: it is not UTF-8 text")
  }
}
