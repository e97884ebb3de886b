import ArgumentParser
import Evaluation
import Foundation
import Imaging
import OpenVocabulary

/// `evaluate points`: prints points that show what texts say, as prompts for SAM.
struct PointsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "points",
      abstract: "Print points on and beside what texts say, as prompts for SAM.",
      discussion: """
        One line of JSON a text, with the names that SAM's predictor has: point_coords, the pixels [x, y] \
        in the image's own size, and point_labels, 1 on what is looked for and 0 beside it. The text \
        "a+b" looks for both together: points on each, and points beside the two.

          evaluate points --image photo.jpg --text dog
          evaluate points --image photo.jpg --text "dog+leash" --picture points.png

        A map that is the same everywhere gives no points.
        """)
  }

  @OptionGroup var image: ImageOptions
  @OptionGroup var sought: SoughtTextOptions

  @Option(help: "What is done to CLIP: \(Method.all.map(\.name).joined(separator: ", ")).")
  var method = Method.clipSurgery.name

  @Option(
    help: ArgumentHelp(
      """
      The share of the highest score that a point on the text needs, from 0 to 1; by default the \
      protocol's.
      """, valueName: "share"))
  var threshold: Double?

  @Option(
    help: ArgumentHelp(
      "Also draw the points over the image: green on the texts, red beside them.",
      valueName: "file.png"))
  var picture: String?

  @Flag(help: "Replace the picture where there is one.")
  var overwrite = false

  func validate() throws {
    if let threshold, !(0...1).contains(threshold) {
      throw ValidationError("--threshold takes a number from 0 to 1, not \(threshold).")
    }
    if overwrite && picture == nil {
      throw ValidationError("--overwrite is about --picture, which is missing.")
    }
    for text in sought.text where Self.parts(of: text).contains("") {
      throw ValidationError("--text \"\(text)\" has nothing on one side of its plus.")
    }
  }

  func run() throws {
    try MatrixKernels.fit()
    let surroundings = Surroundings.current
    let method = try Method.named(method)
    let file = try picture.map {
      try PictureFile(at: surroundings.file(at: $0), overwriting: overwrite)
    }
    let opened = try image.opened(in: surroundings)
    let choices = opened.chosen.protocol.choices
    // The distinct texts, and those that each line combines, as their places.
    var texts: [String] = []
    let combinations = sought.text.map { text in
      Self.parts(of: text).map { part in
        if let place = texts.firstIndex(of: part) { return place }
        texts.append(part)
        return texts.count - 1
      }
    }
    let explainer = try opened.explainer(
      of: texts, areSingle: choices.pointTexts == .single || texts.count == 1, under: [method],
      as: .points)
    let prompts = try explainer.pointPrompts(
      on: opened.image, combining: combinations,
      threshold: Float(threshold ?? choices.pointThreshold))
    try file?.write(opened.image.drawing(prompts))
    for (text, prompts) in zip(sought.text, prompts) {
      try StandardOutput.write(PointPromptsLine(text, prompts).json() + "\n")
      if prompts.positives.isEmpty {
        StandardError.write(
          "\(text): the map is the same everywhere, so that there are no points\n")
      }
    }
  }

  /// The texts that a text with plus signs combines.
  private static func parts(of text: String) -> [String] {
    text.split(separator: "+", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }
}

extension RGBImage {
  /// The picture with the points of several texts, those on a text over those beside one.
  fileprivate func drawing(_ prompts: [PointPrompts]) -> RGBImage {
    let radius = max(4, min(width, height) / 50)
    return drawing(
      discsAt: prompts.flatMap(\.negatives).map { ($0.x, $0.y) }, radius: radius,
      colour: Palette.Colour(red: 220, green: 30, blue: 30)
    ).drawing(
      discsAt: prompts.flatMap(\.positives).map { ($0.x, $0.y) }, radius: radius,
      colour: Palette.Colour(red: 0, green: 160, blue: 60))
  }
}
