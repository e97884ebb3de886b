import ArgumentParser
import Evaluation
import Foundation
import Metrics
import Reporting

/// `evaluate check`: holds a run against a baseline and answers with the exit code.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: "Hold a run against a baseline: exit 0 holds, 1 regressed, 2 cannot tell.",
      discussion: """
        On the kernels of the baseline all counts and scores must be the same: what differs, the program \
        changed. On others each score may be worse by a tolerance, 0.05 points where neither --tolerance \
        nor the baseline's `tolerances` says otherwise; and where the baseline carries what every image \
        gave (`bless --rows`, or a run's folder), a score that is worse by more regresses only if the \
        paired interval of its change lies below 0: the tolerance says what is too small to matter, the \
        interval what is too small to be told from chance. Another experiment, other images, or a row or \
        score that is missing, cannot be told; what differs is listed.

          evaluate check run --baseline Results/demo/baseline.json
          evaluate check run --baseline baseline.json --junit gate.xml
          evaluate check run --baseline Results/runs/before

        Without a baseline the run is held against what its configuration `expects`, or against what \
        the one of --config does. Where GITHUB_STEP_SUMMARY is set, the table is appended there.
        """)
  }

  @Argument(help: ArgumentHelp("The folder of the run.", valueName: "run"))
  var folder: String

  @Option(
    help: ArgumentHelp(
      "What the run is held against: a file of `evaluate bless`, or another run.",
      valueName: "file"))
  var baseline: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A configuration whose `expects` the run is held against.", valueName: "file"))
  var config: String?

  @Option(
    help: ArgumentHelp(
      "How far any score may be worse on other kernels, in its own unit.", valueName: "points"))
  var tolerance: Double?

  @Option(help: ArgumentHelp("Also write the answer as JUnit's XML.", valueName: "file"))
  var junit: String?

  @OptionGroup(title: "Resampling") var resampling: ResamplingOptions

  func validate() throws {
    guard baseline == nil || config == nil else {
      throw ValidationError("--baseline and --config exclude each other.")
    }
    if let tolerance {
      guard baseline != nil else {
        throw ValidationError("--tolerance is about --baseline, which is missing.")
      }
      guard tolerance >= 0, tolerance.isFinite else {
        throw ValidationError("--tolerance takes a number of 0 or more, not \(tolerance).")
      }
    }
  }

  func run() throws {
    let surroundings = Surroundings.current
    let place = surroundings.file(at: folder)
    let report = try report(ofRunAt: place, in: surroundings)
    let listing = GateListing(
      report: report, run: surroundings.displayName(of: place),
      baseline: baseline ?? "what is expected", resampling: resampling)
    if let junit {
      try Self.write(listing.junit.xml, to: surroundings.file(at: junit))
    }
    let table = listing.table
    StepSummary.append(table, in: surroundings)
    try StandardOutput.write(
      table.rendered(as: .terminal, styled: Terminal.standardOutput.allowsStyle))
    switch report.verdict {
    case .holds: return
    case .regressed: throw ExitCode(EvaluateProgram.answerIsNo)
    case .unknown: throw ExitCode(EvaluateProgram.badInput)
    }
  }

  private func report(ofRunAt place: URL, in surroundings: Surroundings) throws -> GateReport {
    let gate = Gate(tolerance: tolerance)
    guard let baseline else {
      let result = try ResultDocument(contentsOf: place)
      return gate.report(of: result, expecting: try expectations(of: result))
    }
    return try gate.report(
      ofRunAt: place, againstBaselineAt: surroundings.file(at: baseline),
      by: resampling.bootstrap, drawing: resampling.cluster)
  }

  private func expectations(of result: ResultDocument) throws -> [ScoreName: Expectation] {
    let expectations =
      try config.map { try OverrideOptions.parse([]).file($0, []).expectations }
      ?? result.expectations
    guard !expectations.isEmpty else { throw GateError.nothingToHoldAgainst }
    return expectations
  }

  private static func write(_ text: String, to file: URL) throws {
    do {
      try Data(text.utf8).write(to: file, options: .atomic)
    } catch {
      throw RunFolderError.unwritable(file, reason: error.localizedDescription)
    }
  }
}
