public import ArgumentParser

/// The command `evaluate`.
public struct Evaluate: ParsableCommand {
  /// The version of the program.
  public static let version = "0.1.0"

  /// Name, help and subcommands.
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "evaluate",
      abstract:
        "Score training-free open-vocabulary segmentation: CLIP, CLIP Surgery and what is between.",
      discussion: """
        An experiment is a JSON file that names a method, a model and a data set; everything else \
        follows from the protocol. Without a subcommand, `evaluate` runs one:

          evaluate --config demo.json
          evaluate --config cityscapes.json --data ~/datasets \\
            --set model.checkpoint=ViT-B-16.pt
          evaluate --config voc20.json --limit 50 --set protocol.inputSize=224

        Results go to standard output, everything else to standard error.

        EXIT STATUS
          0   fine
          1   the answer is no
          2   bad input, or something that is needed is missing
          64  the command line is wrong

        ENVIRONMENT
          SURGERYBENCH_DATA  the folder that holds the data sets; --data overrides it
          SURGERYBENCH_HOME  a folder that holds Configs and Datasets
          SURGERYBENCH_CACHE the folder for what is fetched; else surgerybench/ in XDG_CACHE_HOME
                             or ~/.cache
        """,
      version: version,
      subcommands: [
        RunCommand.self, ShowCommand.self, ScoreCommand.self, CheckCommand.self,
        BlessCommand.self, TokenizeCommand.self,
        FeaturesCommand.self, ExplainCommand.self, PointsCommand.self, TokensCommand.self,
        LayersCommand.self, TableCommand.self, SuiteCommand.self, CompareCommand.self,
        ReportCommand.self,
        DatasetsCommand.self, ModelsCommand.self,
      ],
      defaultSubcommand: RunCommand.self)
  }

  /// Creates the command; its options come from the command line.
  public init() {}
}
