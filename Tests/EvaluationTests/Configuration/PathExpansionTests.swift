import Testing

@testable import Evaluation

@Suite("Paths in configurations")
struct PathExpansionTests {
  private func sandbox() throws -> ConfigurationSandbox {
    try ConfigurationSandbox(
      environment: ["HOME": "/home/ada", "WEIGHTS": "/big/weights", "HERE": "local", "NONE": ""])
  }

  private func checkpoint(_ path: String, in file: String = "experiment.json") throws -> String? {
    try sandbox().document(
      file, of: [file: #"{ "model": { "checkpoint": "\#(path)" } }"#]
    ).rows.first { $0.key == "model.checkpoint" }?.value
  }

  @Test("A path is relative to the file that states it")
  func relativeToFile() throws {
    #expect(try checkpoint("a.safetensors") == "a.safetensors")
    #expect(try checkpoint("a.safetensors", in: "deep/er/e.json") == "deep/er/a.safetensors")
    #expect(try checkpoint("../a.safetensors", in: "deep/er/e.json") == "deep/a.safetensors")
    #expect(try checkpoint("/abs/a.safetensors", in: "deep/er/e.json") == "/abs/a.safetensors")
  }

  @Test("A path of an option is relative to the working directory")
  func relativeToWorkingDirectory() throws {
    let document = try sandbox().document(
      "deep/e.json", of: ["deep/e.json": "{}"], set: ["model.checkpoint=a.safetensors"])
    #expect(
      try document.line("model.checkpoint")
        == "a.safetensors (--set model.checkpoint=a.safetensors)")
  }

  @Test(
    "Variables and the home folder are filled in",
    arguments: [
      ("${WEIGHTS}/a", "/big/weights/a"), ("${WEIGHTS}${WEIGHTS}", "/big/weights/big/weights"),
      ("x${HERE}y", "deep/xlocaly"), ("${HERE}/a", "local/a"), ("~/a", "/home/ada/a"),
      ("~", "/home/ada"), ("a~b", "deep/a~b"), ("$HERE", "deep/$HERE"),
    ])
  func expansion(path: String, expected: String) throws {
    #expect(try checkpoint(path, in: "deep/e.json") == expected)
  }

  @Test(
    "What cannot be filled in is an error at the path's position",
    arguments: [
      (
        "${MISSING}/a",
        """
        experiment.json:1:28: `model.checkpoint` needs the environment variable MISSING, which is \
        not set
        """
      ),
      (
        "${NONE}/a",
        """
        experiment.json:1:28: `model.checkpoint` needs the environment variable NONE, which is not \
        set
        """
      ),
      (
        "${SURGERYBENCH_DATA}",
        """
        experiment.json:1:28: `model.checkpoint` needs the environment variable SURGERYBENCH_DATA, \
        which is not set
          It names the folder that holds the data sets:
          pass --data DIR, or export SURGERYBENCH_DATA=DIR
        """
      ),
      (
        "a/${OPEN",
        """
        experiment.json:1:28: `model.checkpoint` is "a/${OPEN", expected a path in which every `${` \
        is closed by `}`
        """
      ),
      (
        "${}",
        """
        experiment.json:1:28: `model.checkpoint` is "${}", expected a path with a variable's name \
        between `${` and `}`
        """
      ),
      (
        "~bob/a",
        """
        experiment.json:1:28: `model.checkpoint` is "~bob/a", expected a path; `~` stands for your \
        own home folder only
        """
      ),
    ])
  func failures(path: String, expected: String) throws {
    #expect(
      try sandbox().complaint(#"{ "model": { "checkpoint": "\#(path)" } }"#) == expected)
  }

  @Test("A variable that nobody needs in the end may be missing")
  func overriddenVariable() throws {
    let document = try sandbox().document(
      #"{ "model": { "checkpoint": "${MISSING}/a" } }"#, set: ["model.checkpoint=b"])
    #expect(try document.line("model.checkpoint") == "b (--set model.checkpoint=b)")
  }
}
