import ArgumentParser
import Datasets
import Foundation

/// The options that limit an experiment to a part of its images.
struct SelectionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Take the first N images only.", valueName: "n"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      "Take the images from place A up to but without B, counted from 0.", valueName: "a:b"))
  var range: String?

  @Option(
    help: ArgumentHelp(
      "Take one image, by its id: its path under the images without suffix.",
      valueName: "id"))
  var image: String?

  @Option(
    help: ArgumentHelp("Take the images whose ids a file lists, one a line.", valueName: "file"))
  var ids: String?

  /// Those of the options that are stated.
  private var stated: [String] {
    [
      limit.map { _ in "--limit" }, range.map { _ in "--range" },
      image.map { _ in "--image" }, ids.map { _ in "--ids" },
    ].compactMap { $0 }
  }

  /// Whether a part of the images is asked for.
  var isStated: Bool { !stated.isEmpty }

  func validate() throws {
    guard stated.count <= 1 else {
      throw ValidationError("\(stated.joined(separator: " and ")) exclude each other.")
    }
    if let limit, limit < 1 {
      throw ValidationError("--limit takes a number of 1 or more, not \(limit).")
    }
    if let range, (try? SampleSelection(range: range)) == nil {
      throw ValidationError("--range takes A:B with 0 <= A < B, for example 0:20, not \(range).")
    }
  }

  /// The images that are meant.
  ///
  /// - Throws: `DatasetError` where the range is none.
  func selection() throws -> SampleSelection {
    if let limit { return .first(limit) }
    if let range { return try SampleSelection(range: range) }
    if let image { return .sample(image) }
    if let ids { return .listed(in: URL(fileURLWithPath: ids)) }
    return .all
  }
}
