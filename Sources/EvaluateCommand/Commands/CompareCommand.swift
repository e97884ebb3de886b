import ArgumentParser
import Evaluation
import Foundation
import Metrics
import Reporting
import Tensors

/// `evaluate compare`: tells whether one run is better than another by more than chance.
struct CompareCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "compare",
      abstract: "Compare two runs on the same images: differences, intervals, chance.",
      discussion: """
        Both runs are scored again on the same resamples of their images, and, for the chance of so \
        large a difference, with the rows of images exchanged between them. Methods of one name are \
        compared; two methods of one run are named.

          evaluate compare Results/runs/voc20-a Results/runs/voc20-b
          evaluate compare Results/runs/demo --method clip --against clip-surgery
          evaluate compare a b --format markdown
          evaluate compare a b --ids night.txt

        A part of the images is scored again from what the runs recorded; runs of other images can be \
        compared on those that both have, by --ids.
        """)
  }

  @Argument(help: ArgumentHelp("The run that is compared with.", valueName: "run"))
  var first: String

  @Argument(help: ArgumentHelp("The run that is compared; by default the same.", valueName: "run"))
  var second: String?

  @Option(
    help: ArgumentHelp(
      "The row of the first run; by default every row that both have.", valueName: "name"))
  var method: String?

  @Option(
    help: ArgumentHelp(
      "The row of the second run; by default that of the first.", valueName: "name"))
  var against: String?

  @Option(help: ArgumentHelp("How often rows are exchanged.", valueName: "n"))
  var permutations = 10_000

  @OptionGroup(title: "Resampling") var resampling: ResamplingOptions
  @OptionGroup(title: "Images") var rescoring: RescoringOptions

  @Option(help: "How to print the tables.")
  var format = TableFormat.terminal

  @OptionGroup var logging: LoggingOptions

  func validate() throws {
    guard permutations > 0 else {
      throw ValidationError("--permutations takes a number of 1 or more, not \(permutations).")
    }
    guard method != nil || against == nil else {
      throw ValidationError("--against needs --method.")
    }
    guard second != nil || against != nil else {
      throw ValidationError(
        "Expected two runs, or --method and --against for two methods of one run.")
    }
  }

  func run() throws {
    let surroundings = Surroundings.current
    let one = try rescoring.run(at: surroundings.file(at: first))
    let other = try second.map { try rescoring.run(at: surroundings.file(at: $0)) } ?? one
    let bootstrap = resampling.bootstrap
    let comparison = try RunComparison(
      from: one, to: other, rows: method.map { ($0, against ?? $0) }, by: bootstrap,
      testedBy: PermutationTest(
        permutations: permutations, seed: resampling.seed, workers: bootstrap.workers),
      drawing: resampling.cluster)
    try StandardOutput.write(
      ComparisonTables(
        comparison, of: one.result, resampling: resampling.words(drawing: comparison.cluster)
      ).text(as: format))
  }
}
