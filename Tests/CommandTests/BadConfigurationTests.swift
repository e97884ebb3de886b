import Foundation
import TestSupport
import Testing

extension BinaryTests {
  @Suite("Bad configurations")
  struct BadConfigurationTests {
    let experiment: SmallExperiment

    init() throws {
      experiment = try SmallExperiment()
    }

    @Test("An unknown key, with its place and the key that was meant")
    func unknownKey() async throws {
      try experiment.write(
        configuration: """
          {
            "protocl": "demo",
            "dataset": { "kind": "folder", "root": "." }
          }
          """)
      try await experiment.expectRefusal(
        mentioning: ["experiment.json:2:3", "unknown key `protocl`", "did you mean `protocol`?"])
    }

    @Test("An unknown key on the command line")
    func unknownOverride() async throws {
      try await experiment.expectRefusal(
        ["--set", "protocol.inputsize=48"],
        mentioning: [
          "--set protocol.inputsize=48", "`protocol.inputsize`",
          "did you mean `protocol.inputSize`?",
        ])
    }

    @Test("A value of the wrong type, with line, column, what it is and what it should be")
    func wrongType() async throws {
      try experiment.write(
        configuration: """
          {
            "protocol": { "preset": "demo",
                          "inputSize": "big" },
            "dataset": { "kind": "folder", "root": "." }
          }
          """)
      try await experiment.expectRefusal(
        mentioning: [
          "experiment.json:3:30", "`protocol.inputSize`", #""big""#, "a whole number of pixels",
        ])
    }

    @Test("A file that is no JSON, with the place where it stops being one")
    func noJSON() async throws {
      try experiment.write(configuration: "{\n  \"protocol\": \"demo\",\n  \"dataset\": [\n")
      try await experiment.expectRefusal(mentioning: ["experiment.json:", "not JSON"])
    }

    @Test("A configuration that does not exist, with those that do")
    func missing() async throws {
      let process = try await EvaluateProcess.run(["--config", "dem.json"])
      process.expectRefusal(
        mentioning: ["--config dem.json", "Configs/dem.json", "demo"])
    }

    @Test("An input size that the patches do not divide")
    func inputSize() async throws {
      try await experiment.expectRefusal(
        ["--set", "protocol.inputSize=60"], mentioning: ["60 × 60", "patch size, 8"])
    }
  }
}
