import TestSupport
import Testing

@testable import Evaluation

@Suite("Suites")
struct ExperimentSuiteTests {
  @Test("Every shipped suite names experiments that there are", arguments: ["paper", "demo"])
  func shipped(name: String) throws {
    let surroundings = PaperRun.surroundings
    let suite = try ExperimentSuite(named: name, statedAt: .standard, in: surroundings)
    #expect(suite.name == name)
    #expect(!suite.experiments.isEmpty)
    for experiment in suite.experiments {
      #expect(ResourceLocator(surroundings).find(.experiments, experiment) != nil, "\(experiment)")
    }
  }

  @Test(
    "What is wrong with a suite is told with its place",
    arguments: [
      ("\"table\": \"results\"", "\"tables\": \"results\"", "did you mean `table`?"),
      ("[\"a\", \"b\"]", "[\"a\", \"a\"]", "names a twice"),
      ("[\"a\", \"b\"]", "[]", "`experiments` is a list of 0, expected a list"),
      (", \"table\": \"results\"", "", "`table` is not stated"),
    ])
  func mistakes(part: String, replacement: String, message: String) throws {
    let text = """
      { "name": "s", "summary": "A suite.", "experiments": ["a", "b"], "table": "results" }
      """
    let sandbox = try ConfigurationSandbox()
    try sandbox.folder.write(text.replacing(part, with: replacement), to: "s.json")
    #expect {
      try ExperimentSuite(named: "s.json", statedAt: .standard, in: sandbox.surroundings)
    } throws: { error in
      "\(error)".contains(message) && "\(error)".contains("s.json")
    }
  }
}
