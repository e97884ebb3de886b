public import ArgumentParser
import Evaluation
import Foundation
public import Imaging
import OpenVocabulary

/// `evaluate explain`: draws where an image shows what texts say.
struct ExplainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: "Draw where an image shows what texts say, as heat maps over the image.",
      discussion: """
        One panel a text: the image, then the map of each method, by default of CLIP and of CLIP Surgery. \
        Maps have the image's own size, and nothing is cropped. Each map is scaled by itself: it says \
        where, never whether. Texts go through the protocol's templates.

        From several texts feature surgery takes out what they share; from a single one, and with \
        --single, what it shares with the empty text.

          evaluate explain --image photo.jpg --text dog --text grass --output maps
          evaluate explain --image photo.jpg --text "a dog" --output dog.png --palette viridis

        A folder gets one panel a text and each method's map as a picture of its own; file.png gets all \
        panels, one below the other. The files are listed on standard output.
        """)
  }

  @OptionGroup var image: ImageOptions
  @OptionGroup var sought: SoughtTextOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder, or the file.png, to write.", valueName: "place"))
  var output: String

  @Flag(help: "Replace what lies there; other files of a folder stay.")
  var overwrite = false

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      """
      What is done to CLIP: \(Method.all.map(\.name).joined(separator: ", ")); may be repeated. \
      By default clip and clip-surgery.
      """))
  var method: [String] = []

  @Flag(help: "Take each text by itself, not as one of a list.")
  var single = false

  @Option(help: "The colours of the scores.")
  var palette = HeatPalette.jet

  @Option(
    help: ArgumentHelp(
      "How much of the colours lies over the image, from 0 to 1.", valueName: "share"))
  var opacity = 0.6

  func validate() throws {
    guard (0...1).contains(opacity) else {
      throw ValidationError("--opacity takes a number from 0 to 1, not \(opacity).")
    }
    guard Set(method).count == method.count else {
      throw ValidationError("--method states a method twice.")
    }
  }

  func run() throws {
    try MatrixKernels.fit()
    let surroundings = Surroundings.current
    let methods =
      method.isEmpty ? [.clip, .clipSurgery] : try method.map { try Method.named($0) }
    let place = try PicturePlace(
      at: surroundings.file(at: output), overwriting: overwrite)
    let opened = try image.opened(in: surroundings)
    let maps = try opened.explainer(
      of: sought.text, areSingle: single || sought.text.count == 1, under: methods,
      as: .explainability
    ).heatMaps(of: opened.image, palette: palette, opacity: opacity)
    let files = try maps.write(
      texts: sought.text, methods: methods.map(\.name), to: place)
    try StandardOutput.write(
      files.map { surroundings.displayName(of: $0) + "\n" }.joined())
    StandardError.write(
      """
      each panel, from left to right: the image, \(methods.map(\.name).joined(separator: ", "))
      panels: \(sought.text.joined(separator: ", "))\n
      """)
  }
}

extension HeatPalette: ExpressibleByArgument {}
