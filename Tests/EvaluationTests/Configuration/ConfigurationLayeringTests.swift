import Testing

@testable import Evaluation

@Suite("Configuration layering")
struct ConfigurationLayeringTests {
  private let sandbox: ConfigurationSandbox

  init() throws {
    sandbox = try ConfigurationSandbox()
  }

  @Test("Defaults apply where nothing is stated, and say so")
  func defaults() throws {
    let document = try sandbox.document("{}")
    #expect(try document.line("task") == "segmentation (default)")
    #expect(try document.line("method") == "clip-surgery (default)")
    #expect(try document.line("protocol.preset") == "paper (default)")
    #expect(try document.line("batch") == "1 (default)")
  }

  @Test("A preset's choices come from the preset's file, with their status")
  func preset() throws {
    let rows = try sandbox.document("{}").rows
    let size = try #require(rows.first { $0.key == "protocol.inputSize" })
    #expect(
      size.value
        == "segmentation 512 × 512, explainability 224 × 224, multi-label 224 × 224, points 512 × 512"
    )
    #expect(size.confidence == .inferred)
    #expect(size.origin.description.hasSuffix("Configs/protocols/paper.json:5:16"))
  }

  @Test("A choice stated in place of the preset's has the experiment's position and no status")
  func protocolOverride() throws {
    let document = try sandbox.document(
      """
      { "protocol": { "preset": "paper", "inputSize": [64, 96] } }
      """)
    let size = try #require(try document.rows.first { $0.key == "protocol.inputSize" })
    #expect(size.value == "64 × 96")
    #expect(size.confidence == nil)
    #expect(size.origin.description == "experiment.json:1:49")
    #expect(try document.line("protocol.preset") == "paper (experiment.json:1:27)")
  }

  @Test(
    "An override reaches into a protocol however that is stated",
    arguments: [
      #"{}"#, #"{ "protocol": "paper" }"#, #"{ "protocol": { "preset": "paper" } }"#,
      #"{ "protocol": { "inputSize": 96 } }"#,
    ])
  func overridesReachIntoProtocols(text: String) throws {
    let document = try sandbox.document(text, set: ["protocol.inputSize=64"])
    #expect(
      try document.line("protocol.inputSize") == "64 × 64 (--set protocol.inputSize=64)")
    #expect(try document.line("protocol.preset")?.hasPrefix("paper (") == true)
  }

  @Test("A file's own statements win over those it extends, and later bases over earlier ones")
  func extends() throws {
    let document = try sandbox.document(
      "experiment.json",
      of: [
        "bases/first.json":
          #"{ "name": "first", "workers": 1, "batch": 1, "dataset": { "split": "a" } }"#,
        "bases/second.json": #"{ "name": "second", "workers": 2, "dataset": { "kind": "voc20" } }"#,
        "experiment.json":
          #"{ "extends": ["bases/first.json", "bases/second.json"], "name": "third" }"#,
      ])
    #expect(try document.line("name") == "third (experiment.json:1:65)")
    #expect(try document.line("workers") == "2 (bases/second.json:1:32)")
    #expect(try document.line("batch") == "1 (bases/first.json:1:43)")
    #expect(try document.line("dataset.split") == "a (bases/first.json:1:68)")
    #expect(try document.line("dataset.kind") == "voc20 (bases/second.json:1:56)")
  }

  @Test("Settings are replaced as a whole, groups of settings key by key")
  func wholeSettings() throws {
    let document = try sandbox.document(
      "experiment.json",
      of: [
        "base.json": """
        { "method": ["clip", "clip-surgery"],
          "protocol": { "preset": "demo", "inputSize": { "value": 32, "status": "own", "note": "n" } },
          "dataset": { "kind": "folder", "labelMap": { "1": 0 } } }
        """,
        "experiment.json": """
        { "extends": "base.json", "method": "clip",
          "protocol": { "inputSize": { "value": 48, "status": "own" } },
          "dataset": { "labelMap": { "2": 1 } } }
        """,
      ])
    let rows = try document.rows
    #expect(rows.first { $0.key == "method" }?.value == "clip")
    #expect(rows.first { $0.key == "protocol.preset" }?.value == "demo")
    let size = try #require(rows.first { $0.key == "protocol.inputSize" })
    #expect(size.value == "48 × 48")
    #expect(size.note == nil)
    #expect(rows.first { $0.key == "dataset.labelMap" }?.value == "2 → 1")
    #expect(rows.first { $0.key == "dataset.kind" }?.value == "folder")
  }

  @Test("A protocol's name replaces what a base says about the protocol, an object adds to it")
  func namedProtocol() throws {
    let base = #"{ "protocol": { "preset": "paper", "inputSize": 96 } }"#
    let named = try sandbox.document(
      "experiment.json",
      of: [
        "base.json": base, "experiment.json": #"{ "extends": "base.json", "protocol": "demo" }"#,
      ])
    #expect(try named.line("protocol.inputSize")?.hasPrefix("64 × 64") == true)
    let added = try sandbox.document(
      "experiment.json",
      of: [
        "base.json": base,
        "experiment.json": #"{ "extends": "base.json", "protocol": { "preset": "demo" } }"#,
      ])
    #expect(try added.line("protocol.inputSize") == "96 × 96 (base.json:1:49)")
    #expect(try added.line("protocol.templates")?.hasPrefix("demo") == true)
  }

  @Test("A base may be extended along two ways")
  func diamond() throws {
    let document = try sandbox.document(
      "experiment.json",
      of: [
        "root.json": #"{ "batch": 7 }"#,
        "left.json": #"{ "extends": "root.json", "workers": 3 }"#,
        "right.json": #"{ "extends": "root.json" }"#,
        "experiment.json": #"{ "extends": ["left.json", "right.json"] }"#,
      ])
    #expect(try document.line("batch") == "7 (root.json:1:12)")
    #expect(try document.line("workers") == "3 (left.json:1:38)")
  }

  @Test(
    "The value of an override is JSON where it is JSON, and a text where it is not",
    arguments: [
      ("name=12", "12"), ("name=true story", "true story"), (#"name="true""#, "true"),
      ("name=a=b", "a=b"), (#"method=["clip", "clip-surgery"]"#, "clip, clip-surgery"),
      (
        #"method={"attention": "surgery", "surgery": {"firstBlock": 7}}"#,
        "clip+architecture-surgery,firstBlock=7"
      ),
      ("protocol.segmentation.featureSurgery=true", "true"),
      ("protocol.inputSize=[32, 64]", "32 × 64"),
    ])
  func overrideValues(option: String, expected: String) throws {
    let document = try sandbox.document("{}", set: [option])
    let row = try #require(try document.rows.first { option.hasPrefix("\($0.key)=") })
    #expect(row.value == expected)
    #expect(row.origin == .option("--set \(option)"))
  }

  @Test("Of several overrides of one setting the last one wins")
  func lastOverride() throws {
    let document = try sandbox.document("{}", set: ["batch=2", "batch=3"])
    #expect(try document.line("batch") == "3 (--set batch=3)")
  }

  @Test("Every key that can be stated is listed, with what it takes and means")
  func keys() {
    let keys = ConfigurationDocument.keys
    #expect(Set(keys.map(\.key)).count == keys.count)
    #expect(keys.allSatisfy { !$0.expected.isEmpty && !$0.summary.isEmpty })
    #expect(keys.contains { $0.key == "dataset.labelMap" })
    #expect(keys.contains { $0.key == "protocol.segmentation.featureSurgery" })
  }
}
