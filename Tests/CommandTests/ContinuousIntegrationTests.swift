import Foundation
import TestSupport
import Testing

extension BinaryTests {
  /// The examples of `Documentation/continuous-integration.md`, run as they stand there.
  @Suite("Documentation, continuous integration")
  struct ContinuousIntegrationTests {
    private static let page = SharedData.packageRoot.appending(
      path: "Documentation/continuous-integration.md")

    /// The lines of a page's YAML blocks that call the program, one list a block.
    private static func commands() throws -> [[String]] {
      var blocks: [[String]] = []
      var isYAML = false
      for line in try String(contentsOf: page, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      {
        if line.hasPrefix("```") {
          isYAML = line == "```yaml"
          if isYAML { blocks.append([]) }
        } else if isYAML, let start = line.range(of: "evaluate ") {
          let before = line[..<start.lowerBound].trimmingCharacters(in: .whitespaces)
          guard before.isEmpty || before.hasPrefix("-") else { continue }
          blocks[blocks.count - 1].append(String(line[start.lowerBound...]))
        }
      }
      return blocks
    }

    @Test("The commands of each example run, and hold on the demo", arguments: 0..<2)
    func examples(block: Int) async throws {
      let blocks = try Self.commands()
      try #require(blocks.count == 2)
      let commands = blocks[block]
      #expect(commands.count == 2, "\(commands)")
      let folder = try TemporaryFolder()
      try folder.write(
        Data(
          contentsOf: SharedData.packageRoot.appending(path: "Results/demo/baseline.json")),
        to: "Results/demo/baseline.json")
      for command in commands {
        let process = try await EvaluateProcess.run(
          command.split(separator: " ").dropFirst().map(String.init),
          environment: [
            "SURGERYBENCH_HOME": SharedData.packageRoot.argument,
            "GITHUB_STEP_SUMMARY": folder.url.appending(path: "summary.md").argument,
          ], in: folder.url)
        #expect(process.exitCode == 0, "\(command): \(process.messages)\(process.output)")
      }
      #expect(folder.contents.contains("gate.xml"))
      #expect(folder.contents.contains("summary.md"))
    }
  }
}
