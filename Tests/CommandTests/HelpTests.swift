import TestSupport
import Testing

extension BinaryTests {
  @Suite("Help and usage")
  struct HelpTests {
    @Test(
      "Help goes to standard output and is no failure",
      arguments: [
        (["--help"], "SUBCOMMANDS:"), (["-h"], "SUBCOMMANDS:"), (["help"], "SUBCOMMANDS:"),
        (["help", "run"], "--save-predictions"), (["run", "--help"], "--save-predictions"),
        (["score", "--help"], "--encoding"), (["show", "--help"], "--keys"),
        (["tokenize", "--help"], "--vocabulary"), (["features", "--help"], "--text"),
        (["explain", "--help"], "--palette"), (["points", "--help"], "--threshold"),
        (["tokens", "--help"], "--dataset"), (["check", "--help"], "--junit"),
        (["bless", "--help"], "--baseline"), (["compare", "--help"], "--permutations"),
        (["layers", "--help"], "--format"), (["help", "datasets", "demo"], "--seed"),
        (["help", "table", "paper"], "--runs"), (["help", "table", "results"], "--format"),
        (["suite", "--help"], "--output"), (["report", "--help"], "--overwrite"),
      ])
    func help(arguments: [String], mention: String) async throws {
      let process = try await EvaluateProcess.run(arguments)
      #expect(process.exitCode == 0)
      #expect(process.output.contains("USAGE: evaluate"), "\(process.output)")
      #expect(process.output.contains(mention), "\(process.output)")
      #expect(process.messages == "")
    }

    @Test("The version is one line")
    func version() async throws {
      let process = try await EvaluateProcess.run(["--version"])
      #expect(process.exitCode == 0)
      #expect(process.output.contains(/^\d+\.\d+\.\d+\n$/), "\(process.output)")
      #expect(process.messages == "")
    }

    @Test(
      "A wrong command line is told on standard error and exits with 64",
      arguments: [
        (["--config", "demo.json", "--limits", "3"], "--limits"),
        (["run"], "--config"),
        ([], "--config"),
        (["score", "--config", "demo.json"], "--predictions"),
        (["show"], "--keys"),
        (["show", "--json", "--keys"], "--json"),
        (["--config", "demo.json", "--limit", "3", "--range", "0:2"], "--limit and --range"),
        (["--config", "demo.json", "--image", "a", "--ids", "b"], "--image and --ids"),
        (["--config", "demo.json", "--limit", "0"], "--limit"),
        (["--config", "demo.json", "--limit", "many"], "--limit"),
        (["--config", "demo.json", "--range", "3:3"], "--range"),
        (["--config", "demo.json", "--workers", "0"], "--workers"),
        (["--config", "demo.json", "--batch", "-1"], "--batch"),
        (["--config", "demo.json", "--verbose", "--quiet"], "--verbose and --quiet"),
        (
          ["score", "--config", "demo.json", "--predictions", "x", "--encoding", "colour"], "colour"
        ),
        (["features", "--image", "a.jpg"], "--output"),
        (["tokenize"], "texts"),
        (["table", "results"], "run"), (["table", "paper", "--format", "pdf"], "pdf"),
        (["suite"], "suite"), (["suite", "demo", "--workers", "0"], "--workers"),
      ])
    func usage(arguments: [String], mention: String) async throws {
      let process = try await EvaluateProcess.run(arguments)
      #expect(process.exitCode == 64)
      #expect(process.output == "")
      #expect(process.messages.contains("Error: "), "\(process.messages)")
      #expect(process.messages.contains(mention), "\(process.messages)")
    }
  }
}
