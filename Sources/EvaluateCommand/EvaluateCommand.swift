import ArgumentParser

/// `evaluate`: the root of the commands.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Scores CLIP Surgery and its relatives on open-vocabulary segmentation.",
    discussion: """
      Without a subcommand, `evaluate --config FILE` runs an experiment: every image of the data set \
      is segmented by every method, and the scores are printed and stored.

      A configuration is found as a path, else as Configs/NAME from the working directory upward, under \
      SURGERYBENCH_HOME, or in the share folder of an installation.

      Results go to standard output, everything else to standard error. Exit codes: 0 fine, 1 the \
      answer is no, 2 bad input or environment, 64 wrong usage.

      EXAMPLES:
        evaluate --config demo.json
        evaluate --config cityscapes.json --data ~/data --limit 10
        evaluate show --config voc20.json --set model.checkpoint=ViT-B-16.safetensors
        evaluate score --config voc20.json --predictions my-masks
      """,
    version: Program.version,
    subcommands: [
      RunCommand.self, ShowCommand.self, ScoreCommand.self, TokenizeCommand.self,
      FeaturesCommand.self, DatasetsCommand.self,
    ],
    defaultSubcommand: RunCommand.self)
}
