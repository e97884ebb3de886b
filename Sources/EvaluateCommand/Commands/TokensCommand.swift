import ArgumentParser
import CLIP
import Datasets
import DemoWorld
import Evaluation
import Foundation
import Imaging
import OpenVocabulary
import Reporting
import Tensors

/// `evaluate tokens`: tells where an image responds to each word piece of a sentence.
struct TokensCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tokens",
      abstract: "Show which word pieces of a sentence an image goes with, and where.",
      discussion: """
        With --image and --text: the sentence's tokens, start and end of text among them, the one that \
        the image's class token goes with best first; with --output also a map of each, over the image \
        at its own size. The sentence enters as it is, without templates.

          evaluate tokens --image photo.jpg --text "a dog in the grass." --output maps

        With --dataset: the tokens that are most often among the best of their sentence, over a list of \
        images and texts, one pair a line: the image's path, relative to the list, a tab, the text; in \
        a file.jsonl an object with `image` and `text`.

          evaluate tokens --dataset pairs.tsv --top 3

        Images may have any size and aspect; the whole of each is seen. That the features of all tokens \
        are taken, before that of the end of text is chosen, the authors state; how they rank tokens is \
        not published, and the class token is our choice.
        """)
  }

  @Option(help: ArgumentHelp("The image, JPEG or PNG.", valueName: "file"))
  var image: String?

  @Option(help: ArgumentHelp("The sentence.", valueName: "text"))
  var text: String?

  @Option(
    help: ArgumentHelp("A list of images and texts, instead of one of each.", valueName: "file"))
  var dataset: String?

  @OptionGroup var model: ModelOptions

  @Option(
    help: ArgumentHelp(
      "The side of the square that images are brought to; by default the protocol's for points.",
      valueName: "pixels"))
  var size: Int?

  @Option(help: "What is done to CLIP: \(Method.all.map(\.name).joined(separator: ", ")).")
  var method = Method.architectureSurgery.name

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder, or the file.png, to write an image's maps to.", valueName: "place"))
  var output: String?

  @Flag(help: "Replace what lies there; other files of a folder stay.")
  var overwrite = false

  @Option(help: "The colours of the scores; by default jet.")
  var palette: HeatPalette?

  @Option(
    help: ArgumentHelp(
      "How much of the colours lies over the image, from 0 to 1; by default 0.6.",
      valueName: "share"))
  var opacity: Double?

  @Option(
    help: ArgumentHelp(
      "How many tokens of a sentence of the list are on top; by default 3, as the paper draws.",
      valueName: "n"))
  var top: Int?

  @Option(
    help: ArgumentHelp(
      "How many tokens the table of a list has; by default 20.", valueName: "n"))
  var rows: Int?

  @Option(help: "How to print the table.")
  var format = TableFormat.terminal

  @OptionGroup var workers: WorkerOptions

  @OptionGroup var logging: LoggingOptions

  func validate() throws {
    guard (dataset == nil) == (image != nil && text != nil), dataset == nil || image == nil,
      dataset == nil || text == nil
    else {
      throw ValidationError("Name an --image and a --text, or a --dataset.")
    }
    if let text, text.allSatisfy(\.isWhitespace) {
      throw ValidationError("--text takes a sentence, not an empty text.")
    }
    let ofMaps = [
      output.map { _ in "--output" }, palette.map { _ in "--palette" },
      opacity.map { _ in "--opacity" }, overwrite ? "--overwrite" : nil,
    ].compactMap { $0 }
    if let first = ofMaps.first, dataset != nil {
      throw ValidationError("\(first) is about the maps of one --image, not about --dataset.")
    }
    if let first = ofMaps.first, output == nil {
      throw ValidationError("\(first) is about --output, which is missing.")
    }
    let counts = [("--top", top), ("--rows", rows), ("--workers", workers.workers)]
    for case (let name, let count?) in counts {
      guard dataset != nil else {
        throw ValidationError("\(name) is about --dataset, which is missing.")
      }
      guard count >= 1 else {
        throw ValidationError("\(name) takes a number of 1 or more, not \(count).")
      }
    }
    if let size, size < 1 {
      throw ValidationError("--size takes a number of 1 or more, not \(size).")
    }
    if let opacity, !(0...1).contains(opacity) {
      throw ValidationError("--opacity takes a number from 0 to 1, not \(opacity).")
    }
  }

  func run() throws {
    try MatrixKernels.fit()
    let surroundings = Surroundings.current
    if let dataset {
      try list(CaptionList(contentsOf: surroundings.file(at: dataset)), of: dataset)
    } else if let image, let text {
      try explain(surroundings.file(at: image), by: text)
    }
  }

  /// Lists the tokens of one sentence and draws their maps.
  private func explain(_ file: URL, by sentence: String) throws {
    let surroundings = Surroundings.current
    let place = try output.map {
      try PicturePlace(at: surroundings.file(at: $0), overwriting: overwrite)
    }
    let picture = try RGBImage(contentsOf: file)
    let explainer = try explainer(in: surroundings)
    let explanation = try explainer.explanations(of: picture, by: [sentence])[0]
    let pieces = explainer.pieces(of: explanation.tokens).map(\.description)
    let maps = try explanation.heatMaps(
      over: picture, palette: palette ?? .jet, opacity: opacity ?? 0.6)
    let files = try place.map { try maps.write(texts: pieces, methods: [method], to: $0) } ?? []
    let table = TokenTables.sentence(
      explanation, pieces: pieces, method: method,
      image: surroundings.displayName(of: file))
    try StandardOutput.write(
      table.rendered(as: format, styled: Terminal.standardOutput.allowsStyle))
    if !files.isEmpty {
      try StandardOutput.write(
        "\n" + files.map { surroundings.displayName(of: $0) + "\n" }.joined())
    }
  }

  /// Lists the tokens that are most often on top over many pairs.
  private func list(_ captions: CaptionList, of name: String) throws {
    let surroundings = Surroundings.current
    let explainer = try explainer(in: surroundings)
    let topCount = top ?? 3
    let tally = try tally(
      TopTokenTask(explainer, topCount: topCount), over: captions.images)
    let folders = Set(captions.images.map { $0.image.deletingLastPathComponent() })
    let table = TokenTables.list(
      tally, topCount: topCount, rowCount: rows ?? 20,
      pieces: explainer.pieces(of: tally.ranking.map(\.token)), method: method, name: name,
      stamp: DemoStamp(of: DemoMarker(above: folders)?.summary))
    try StandardOutput.write(
      table.rendered(as: format, styled: Terminal.standardOutput.allowsStyle))
  }

  private func tally(
    _ task: TopTokenTask, over images: [CaptionedImage]
  ) throws -> TopTokenTally {
    let workers = workers.threads
    let progress = ProgressLine(
      label: "Images", total: images.count, concurrency: workers.count)
    defer { if !logging.quiet { progress.finish() } }
    let isShown = !logging.quiet
    return try Runner(workers: workers).run(
      task, over: images, progress: { _, _ in if isShown { progress.advance() } })
  }

  private func explainer(in surroundings: Surroundings) throws -> SentenceExplainer {
    let method = try Method.named(method)
    let chosen = try model.chosen(in: surroundings)
    let multiplier = OpenBLASMultiplier()
    let model = try chosen.model(multipliedBy: multiplier)
    let choices = chosen.protocol.choices
    return SentenceExplainer(
      model: model, multiplier: multiplier, tokenizer: try chosen.tokenizer(for: model),
      method: method,
      inputSize: size.map { InputSize(height: $0, width: $0) } ?? choices.inputSizes[.points][0],
      tokenNormalisation: choices.tokenNormalisation, truncatesText: choices.truncatesText)
  }
}
