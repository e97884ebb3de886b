import Datasets
import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite("Experiment hash")
struct ExperimentHashTests {
  private func hash(
    _ change: (ExperimentSandbox) throws -> Void = { _ in }, text: String = ExperimentSandbox.text,
    at path: String = "experiment.json", set overrides: [String] = [],
    selecting selection: SampleSelection = .all
  ) throws -> String {
    let sandbox = try ExperimentSandbox()
    try change(sandbox)
    return try sandbox.experiment(text, at: path, set: overrides, selecting: selection).hash
      .description
  }

  @Test("It is the SHA-256 of the content in canonical JSON")
  func definition() throws {
    let experiment = try ExperimentSandbox().experiment()
    let text = String(decoding: try experiment.canonicalContent, as: UTF8.self)
    #expect(text.hasPrefix(#"{"classes":{"count":2,"sha256":""#))
    #expect(!text.contains("\n"))
    #expect(try experiment.hash == ContentHash(of: text))
  }

  @Test("Canonical JSON sorts keys by their bytes at every level")
  func sortedKeys() throws {
    let data = try ExperimentSandbox().experiment().canonicalContent
    let value = try JSONDecoder().decode(JSONValue.self, from: data)
    #expect(Self.canonical(value) == String(decoding: data, as: UTF8.self))
  }

  /// Canonical JSON written without Foundation; the content holds no fractions.
  private static func canonical(_ value: JSONValue) -> String {
    switch value {
    case .null: return "null"
    case .boolean(let flag): return String(flag)
    case .integer(let number): return String(number)
    case .number(let number): return String(number)
    case .string(let text): return "\"\(text)\""
    case .array(let elements): return "[" + elements.map(canonical).joined(separator: ",") + "]"
    case .object(let members):
      let sorted = members.sorted {
        Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8))
      }
      return "{" + sorted.map { "\"\($0.key)\":\(canonical($0.value))" }.joined(separator: ",")
        + "}"
    }
  }

  @Test("Places, names and how a run goes do not change it")
  func invariance() throws {
    let original = try hash()
    let moved = ExperimentSandbox.text
      .replacing("\"data\"", with: "\"../data\"").replacing(
        "\"classes.txt\"", with: "\"../classes.txt\""
      )
      .replacing("\"templates.txt\"", with: "\"../templates.txt\"")
      .replacing("\"model/model", with: "\"../model/model")
    let equal: [(String, String)] = [
      ("another folder", try hash()),
      ("another file", try hash(text: moved, at: "elsewhere/other.json")),
      ("another name", try hash(set: ["name=other"])),
      ("workers", try hash(set: ["workers=7"])),
      ("batch", try hash(set: ["batch=9"])),
      ("output", try hash(set: ["output=somewhere"])),
      ("the default split of label suffixes", try hash(set: ["dataset.labelSuffix=.png"])),
      ("a choice stated as the preset makes it", try hash(set: ["protocol.inputSize=512"])),
      (
        "the one of several input sizes", try hash(set: [#"protocol.inputSize={"each": [512]}"#])
      ),
      ("a limit that leaves everything", try hash(selecting: .first(10))),
      (
        "a method's own name",
        try hash(set: [
          #"method=[{"name": "plain", "attention": "original"}, "clip-surgery"]"#
        ])
      ),
      (
        "a surgery stated as the paper has it",
        try hash(set: [
          #"method=["clip", {"attention": "surgery", "featureSurgery": "released", "surgery": {"lastBlocks": 6, "paths": "dual", "feedForward": false}}]"#
        ])
      ),
      (
        "a comment among the class names",
        try hash { try $0.write("# two\ncat\ndog; puppy\n", to: "classes.txt") }
      ),
      (
        "another file of the same class names",
        try hash(
          { try $0.write("cat\ndog;puppy\n", to: "names.txt") }, set: ["dataset.classes=names.txt"])
      ),
      (
        "a vocabulary stated rather than found",
        try hash(set: ["model.vocabulary=model/merges.txt"])
      ),
      ("heads and activation stated as they are told", try hash(set: Self.told)),
      (
        "what is told, said by a file beside the weights",
        try hash { try $0.write(Self.beside(isQuick: true), to: Self.place) }
      ),
    ]
    for (what, hash) in equal { #expect(hash == original, "\(what)") }
  }

  /// What the tensors tell of the sandbox's network.
  private static let told = ["model.heads=1", "model.activation=quick-gelu"]

  /// Where open_clip says what no tensor tells.
  private static let place = "model/open_clip_config.json"

  /// What stands there; by default as the network of the sandbox is taken anyway, but for the activation.
  private static func beside(isQuick: Bool = false, mean: Double? = nil) -> String {
    let pixels = mean.map { #", "preprocess_cfg": {"mean": [\#($0), \#($0), \#($0)]}"# } ?? ""
    return """
      {"model_cfg": {"quick_gelu": \(isQuick), "vision_cfg": {"width": 64}, "text_cfg": {"heads": 1}}\
      \(pixels)}
      """
  }

  @Test("The content holds what the network is resolved to, not what is stated")
  func resolvedNetwork() throws {
    let sandbox = try ExperimentSandbox()
    try sandbox.write(Self.beside(mean: 0.5), to: Self.place)
    let text = String(decoding: try sandbox.experiment().canonicalContent, as: UTF8.self)
    #expect(text.contains(#""activation":{"text":"gelu","vision":"gelu"}"#), "\(text)")
    #expect(text.contains(#""heads":{"text":1,"vision":1}"#), "\(text)")
    #expect(
      text.contains(
        #""pixels":{"deviation":[0.26862955,0.2613026,0.2757771],"mean":[0.5,0.5,0.5]}"#),
      "\(text)")
  }

  @Test("What is stated and what lies beside the weights are the same experiment where they agree")
  func statedOrBeside() throws {
    #expect(
      try hash { try $0.write(Self.beside(), to: Self.place) }
        == hash(set: ["model.activation=gelu"]))
  }

  @Test("What is no checkpoint, or tells no activation, is refused before anything runs")
  func unsound() throws {
    let sandbox = try ExperimentSandbox()
    #expect(sandbox.complaint(set: ["model.heads=12"]).contains("heads"))
    let file = "model/open_clip_model.safetensors"
    try sandbox.configuration.folder.write(TinyCheckpoint.contents(), to: file)
    let complaint = sandbox.complaint(set: ["model.checkpoint=\(file)"])
    #expect(complaint.contains("nothing tells the activation"), "\(complaint)")
    #expect(
      sandbox.complaint(set: ["model.checkpoint=\(file)", "model.activation=gelu"]) == "")
    try sandbox.write("weights", to: "model/model.safetensors")
    let other = sandbox.complaint()
    #expect(other.contains("expected a safetensors file"), "\(other)")
  }

  @Test("Every content changes it")
  func sensitivity() throws {
    let different: [(String, String)] = [
      ("original", try hash()),
      (
        "checkpoint",
        try hash {
          try $0.configuration.folder.write(
            TinyCheckpoint.contents(filledWith: 1), to: "model/model.safetensors")
        }
      ),
      ("vocabulary", try hash { try $0.write("Merges", to: "model/merges.txt") }),
      ("class name", try hash { try $0.write("cat\nhound;puppy\n", to: "classes.txt") }),
      ("alias", try hash { try $0.write("cat\ndog\n", to: "classes.txt") }),
      ("template", try hash { try $0.write("a {}.\n", to: "templates.txt") }),
      (
        "images",
        try hash {
          try $0.write("", to: "data/images/d.jpg")
          try $0.write("", to: "data/labels/d.png")
        }
      ),
      ("range", try hash(selecting: .range(0..<2))),
      ("another range", try hash(selecting: .range(1..<3))),
      ("label map", try hash(set: [#"dataset.labelMap={"1": 1, "2": 0}"#])),
      ("ignored label", try hash(set: ["dataset.ignoreLabel=[0, 255]"])),
      ("method", try hash(set: ["method=clip"])),
      ("order of methods", try hash(set: [#"method=["clip-surgery", "clip"]"#])),
      (
        "first block",
        try hash(set: [
          #"method=["clip", {"attention": "surgery", "featureSurgery": "released", "surgery": {"firstBlock": 7}}]"#
        ])
      ),
      (
        "last blocks",
        try hash(set: [
          #"method=["clip", {"attention": "surgery", "featureSurgery": "released", "surgery": {"lastBlocks": 5}}]"#
        ])
      ),
      (
        "MLPs of the new path",
        try hash(set: [
          #"method=["clip", {"attention": "surgery", "featureSurgery": "released", "surgery": {"feedForward": true}}]"#
        ])
      ),
      (
        "single path",
        try hash(set: [
          #"method=["clip", {"attention": "surgery", "featureSurgery": "released", "surgery": {"paths": "single"}}]"#
        ])
      ),
      ("input size", try hash(set: ["protocol.inputSize=224"])),
      ("several input sizes", try hash(set: [#"protocol.inputSize={"each": [224, 512]}"#])),
      ("their order", try hash(set: [#"protocol.inputSize={"each": [512, 224]}"#])),
      ("activation", try hash(set: ["model.activation=gelu"])),
      ("input shape", try hash(set: ["protocol.inputSize=[224, 512]"])),
      ("feature surgery's variant", try hash(set: ["protocol.featureSurgery.variant=paper"])),
      ("normalisation", try hash(set: ["protocol.featureSurgery.normalise=tokens"])),
      ("feature surgery", try hash(set: ["protocol.segmentation.featureSurgery=true"])),
      ("background", try hash(set: ["protocol.background=class"])),
      ("absent classes", try hash(set: ["protocol.absentClasses=present-only"])),
      ("truncation", try hash(set: ["protocol.truncateText=true"])),
      ("heads", try hash(set: ["model.heads=2"])),
      ("heads of the text", try hash(set: [#"model.heads={"text": 2}"#])),
      (
        "pixels beside the weights",
        try hash { try $0.write(Self.beside(mean: 0.5), to: Self.place) }
      ),
      (
        "other pixels beside the weights",
        try hash { try $0.write(Self.beside(mean: 0.25), to: Self.place) }
      ),
    ]
    let groups = Dictionary(grouping: different, by: \.1).values.filter { $0.count > 1 }
    #expect(groups.isEmpty, "\(groups.map { $0.map(\.0) })")
  }
}
