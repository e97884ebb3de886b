import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite("Drawn data")
struct DemoMarkerSearchTests {
  private static let note = "DEMO: 3 scenes of seed 5, drawn by evaluate datasets demo\n\nMore.\n"

  /// What an experiment says of its data, after changes to its folder.
  private func demo(
    for purpose: Experiment.Purpose = .evaluating, _ change: (ExperimentSandbox) throws -> Void
  ) throws -> String? {
    let sandbox = try ExperimentSandbox()
    try change(sandbox)
    return try sandbox.experiment(for: purpose).content["dataset", "demo"]?.text
  }

  @Test("Data without a note are not drawn, and their content does not mention it")
  func none() throws {
    #expect(try demo { _ in } == nil)
    #expect(try ExperimentSandbox().experiment().content["dataset", "demo"] == nil)
  }

  @Test(
    "A note is found in the folder of labels or images and in any above",
    arguments: ["data/labels/DEMO.txt", "data/images/DEMO.txt", "data/DEMO.txt", "DEMO.txt"])
  func places(path: String) throws {
    #expect(try demo { try $0.write(Self.note, to: path) } == "3 scenes of seed 5")
  }

  @Test("Where only predictions are scored, the labels' note counts")
  func scoring() throws {
    let found = try demo(for: .scoringPredictions) { sandbox in
      try sandbox.write(Self.note, to: "data/labels/DEMO.txt")
    }
    #expect(found == "3 scenes of seed 5")
  }

  @Test("A folder of links has the note of what it links to")
  func links() throws {
    let found = try demo { sandbox in
      let folder = sandbox.configuration.folder.url
      try FileManager.default.createDirectory(
        at: folder.appending(path: "drawn"), withIntermediateDirectories: true)
      try FileManager.default.moveItem(
        at: folder.appending(path: "data"), to: folder.appending(path: "drawn/set"))
      try sandbox.write(Self.note, to: "drawn/DEMO.txt")
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: "data"), withDestinationURL: folder.appending(path: "drawn/set"))
    }
    #expect(found == "3 scenes of seed 5")
  }

  @Test("Other notes, and notes of another name or beside the data, mean nothing")
  func others() throws {
    #expect(try demo { try $0.write("DEMO of Tuesday\n", to: "data/DEMO.txt") } == nil)
    #expect(try demo { try $0.write(Self.note, to: "data/README.txt") } == nil)
    #expect(try demo { try $0.write(Self.note, to: "model/DEMO.txt") } == nil)
  }

  @Test("Drawn scenes have another hash than data of the same ids, and than other drawn scenes")
  func hashes() throws {
    let hashes = try [nil, Self.note, Self.note.replacing("seed 5", with: "seed 6")].map { note in
      let sandbox = try ExperimentSandbox()
      if let note { try sandbox.write(note, to: "data/DEMO.txt") }
      return try sandbox.experiment().hash
    }
    #expect(Set(hashes).count == 3)
  }
}
