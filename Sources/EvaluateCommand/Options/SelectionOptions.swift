import ArgumentParser
import Datasets
import Evaluation
import Foundation

/// The options that choose some of a data set's samples.
struct SelectionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Take the first samples only.", valueName: "count"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      "Take the samples from position A up to but without B, counted from 0.", valueName: "a:b"))
  var range: String?

  @Option(help: ArgumentHelp("Take one sample.", valueName: "id"))
  var image: String?

  @Option(
    help: ArgumentHelp("Take the samples whose ids a file lists, one a line.", valueName: "file"))
  var ids: String?

  func validate() throws {
    let stated =
      [limit.map { _ in "--limit" }, range.map { _ in "--range" }]
      + [image.map { _ in "--image" }, ids.map { _ in "--ids" }]
    let names = stated.compactMap { $0 }
    guard names.count <= 1 else {
      throw ValidationError("\(names.joined(separator: " and ")) exclude each other.")
    }
    if let limit, limit < 1 {
      throw ValidationError("--limit takes a positive number, not \(limit).")
    }
  }

  /// What the options select.
  func selection() throws -> SampleSelection {
    if let limit { return .first(limit) }
    if let range { return try SampleSelection(range: range) }
    if let image { return .sample(image) }
    if let ids { return .listed(in: Surroundings.current.file(at: ids)) }
    return .all
  }
}
