import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite("Protocol presets")
struct ProtocolPresetTests {
  @Test(
    "Every shipped preset states every choice with its status and a note",
    arguments: ["paper", "demo"])
  func shipped(name: String) throws {
    let sandbox = try ConfigurationSandbox()
    let rows = try sandbox.document(#"{ "protocol": "\#(name)" }"#).rows
      .filter { $0.key.names.first == "protocol" && $0.key != "protocol.preset" }
    #expect(rows.count == SettingSchema(ProtocolSettings.choices).keys().count)
    for row in rows {
      #expect(row.confidence != nil, "\(row.key)")
      #expect(row.note?.isEmpty == false, "\(row.key)")
    }
  }

  @Test("A preset of one's own is named by its path")
  func ownPreset() throws {
    let sandbox = try ConfigurationSandbox()
    let paper = try String(
      contentsOf: SharedData.packageRoot.appending(path: "Configs/protocols/paper.json"),
      encoding: .utf8)
    let document = try sandbox.document(
      "experiment.json",
      of: [
        "mine.json": paper.replacing(#""name": "paper""#, with: #""name": "mine""#)
          .replacing(
            #"{ "segmentation": 512, "explainability": 224, "multi-label": 224, "points": 512 }"#,
            with: "336"),
        "experiment.json": #"{ "protocol": "./mine.json" }"#,
      ])
    #expect(try document.line("protocol.preset") == "mine.json (experiment.json:1:15)")
    #expect(try document.line("protocol.inputSize") == "336 × 336 (mine.json:5:16)")
  }

  @Test(
    "A preset that leaves a choice open, bears another name or an unknown key is refused",
    arguments: [
      (
        "\"name\": \"paper\"", "\"name\": \"other\"",
        "mine.json:2:11: `name` is \"other\", expected the file's name, \"mine\""
      ),
      (
        "\"aliases\"", "\"alias\"",
        "mine.json:30:3: unknown key `alias`; did you mean `aliases`?"
      ),
      (
        "\"version\": 1,", "",
        """
        mine.json: `version` is not stated, expected a whole number of revisions from 1 to 1000000
          goes up by one whenever a choice changes
        """
      ),
    ])
  func unsound(original: String, replacement: String, expected: String) throws {
    let sandbox = try ConfigurationSandbox()
    let paper = try String(
      contentsOf: SharedData.packageRoot.appending(path: "Configs/protocols/paper.json"),
      encoding: .utf8)
    let changed = paper.replacing(original, with: replacement)
    #expect(changed != paper)
    try sandbox.folder.write(changed, to: "mine.json")
    #expect(sandbox.complaint(#"{ "protocol": "mine.json" }"#) == expected)
  }

  @Test("A preset that states nothing at all is told its first choice")
  func empty() throws {
    let sandbox = try ConfigurationSandbox()
    try sandbox.folder.write(#"{ "name": "mine", "version": 1 }"#, to: "mine.json")
    #expect(
      sandbox.complaint(#"{ "protocol": "mine.json" }"#) == """
        mine.json: `inputSize` is not stated, expected a whole number of pixels from 1 to 16384, or \
        [height, width], or {"each": […]} for a row at each of several, or an object of these with the \
        keys segmentation, explainability, multi-label, points
          A preset states every choice of a protocol.
        """)
  }
}
