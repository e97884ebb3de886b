import Datasets
import Foundation
import TestSupport

@testable import Evaluation

/// A folder with everything an experiment needs: files of which only names and bytes matter, and the
/// shapes of a network.
struct ExperimentSandbox {
  static let text = """
    { "name": "small", "method": ["clip", "clip-surgery"],
      "protocol": { "preset": "paper", "templates": "templates.txt" },
      "model": { "checkpoint": "model/model.safetensors" },
      "dataset": {
        "kind": "folder", "root": "data", "classes": "classes.txt",
        "labelMap": { "1": 0, "2": 1 }, "ignoreLabel": 255 } }
    """

  var configuration: ConfigurationSandbox

  init() throws {
    configuration = try ConfigurationSandbox()
    try configuration.folder.write(TinyCheckpoint.contents(), to: "model/model.safetensors")
    try write("merges", to: "model/merges.txt")
    try write("cat\ndog;puppy\n", to: "classes.txt")
    try write("a {}.\nthe {}.\n", to: "templates.txt")
    for id in ["a", "b", "c"] {
      try write("", to: "data/images/\(id).jpg")
      try write("", to: "data/labels/\(id).png")
    }
  }

  func write(_ text: String, to path: String) throws {
    try configuration.folder.write(text, to: path)
  }

  /// Opens the experiment with the given changes.
  func experiment(
    _ text: String = Self.text, at path: String = "experiment.json", set overrides: [String] = [],
    selecting selection: SampleSelection = .all, for purpose: Experiment.Purpose = .evaluating
  ) throws -> Experiment {
    let file = try ExperimentFile(configuration.document(path, of: [path: text], set: overrides))
    return try Experiment(opening: file, selecting: selection, for: purpose)
  }

  /// Why the experiment cannot be opened; empty where it can.
  func complaint(
    _ text: String = Self.text, set overrides: [String] = [],
    for purpose: Experiment.Purpose = .evaluating
  ) -> String {
    do {
      _ = try experiment(text, set: overrides, for: purpose)
      return ""
    } catch {
      return "\(error)"
    }
  }
}
