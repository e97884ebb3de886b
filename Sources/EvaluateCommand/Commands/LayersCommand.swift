import ArgumentParser
import Evaluation
import Logging
import Reporting
import Tensors

/// `evaluate layers`: how the layers of a network go with its answer, over the images of an experiment.
struct LayersCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "layers",
      abstract: "Look into the layers of a network over the images of an experiment.",
      discussion: """
        Three tables: for each block the cosine of what its attention and its MLP add to the class \
        token with the image's feature; for each block, as far as the patches of a class attend to \
        each other, on the path as trained and on the new path of architecture surgery, beside chance; \
        and how far the map of a class lies from that of the empty text under each method's attention.

        The experiment has to be one of explainability with a vision transformer:

          evaluate layers --config demo/explainability
          evaluate layers --config explainability/context59 --data ~/datasets --limit 200 \\
            --set model=ViT-B/16 --format csv
        """)
  }

  @OptionGroup var experiment: ExperimentOptions
  @OptionGroup(title: "Images") var selection: SelectionOptions

  @Option(help: "How to print the tables.")
  var format = TableFormat.terminal

  @OptionGroup var workers: WorkerOptions

  @OptionGroup var logging: LoggingOptions

  func run() throws {
    try MatrixKernels.fit()
    let file = try experiment.file(workers.overrides)
    let diagnosis = try LayerDiagnosis(
      of: Experiment(opening: file, selecting: selection.selection()))
    let logger = logging.logger
    logger.notice("\(file.name): layers, \(diagnosis.experiment.data.imageCount) images")
    let progress = StageProgress(isShown: logger.logLevel <= .notice, workers: file.workers)
    let result = Result {
      try diagnosis.report(using: OpenBLASMultiplier()) { progress.show($0) }
    }
    progress.finish()
    let tables = try LayerTables(result.get(), of: diagnosis.experiment)
    let isStyled = Terminal.standardOutput.allowsStyle
    try StandardOutput.write(
      tables.all.map { $0.rendered(as: format, styled: isStyled) }.joined(separator: "\n"))
  }
}
