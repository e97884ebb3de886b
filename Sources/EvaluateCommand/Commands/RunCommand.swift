import ArgumentParser
import Evaluation
import Reporting
import Tensors

/// `evaluate run`: predicts and scores.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Evaluates an experiment and prints its table (the default).",
    discussion: """
      EXAMPLES:
        evaluate --config demo.json
        evaluate --config voc20.json --data ~/data --set model.checkpoint=ViT-B-16.safetensors
        evaluate --config demo.json --range 0:20 --save-predictions --output /tmp/first-twenty
      """)

  @OptionGroup var experiment: ExperimentOptions
  @OptionGroup(title: "Samples") var selection: SelectionOptions
  @OptionGroup(title: "Execution") var execution: ExecutionOptions

  @Option(help: "The numbers that the network computes with.")
  var precision: Precision?

  @Flag(help: "Write every prediction as an index PNG of train ids.")
  var savePredictions = false

  func run() throws {
    try MatrixKernels.fit()
    let messages = Messages(execution)
    var overrides = execution.overrides
    if let precision {
      overrides.append(
        ConfigurationOverride(
          "protocol.precision", text: precision.rawValue, option: "--precision"))
    }
    let file = try experiment.file(overridingWith: overrides)
    let opened = try Experiment(opening: file, selecting: selection.selection())
    let folder = try RunFolder(at: RunLocation.url(for: file))
    let multiplier = OpenBLASMultiplier()
    messages.announce(opened, multiplier: multiplier.name)
    let progress = RunProgressLine(messages, workers: file.workers)
    let result = try ExperimentRun(opened, by: Program.forResults).evaluate(
      into: folder, savingPredictions: savePredictions, using: multiplier,
      progress: { progress.show($0) })
    progress.finish()
    ResultOutput(result, of: opened, in: folder.url).print()
  }
}

extension Precision: ExpressibleByArgument {}
