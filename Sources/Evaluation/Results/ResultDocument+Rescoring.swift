import Foundation
import Metrics

extension ResultDocument {
  /// The result that a run over some of the images leaves, or one by another policy.
  ///
  /// Its experiment is the one that asks for these images and that policy, and so is its hash.
  ///
  /// - Parameters:
  ///   - rows: What each method scores.
  ///   - ids: The images.
  ///   - labels: What they show, where the experiment's content tells it.
  ///   - policy: What absent classes do to the means; `nil` for what they do in this result.
  /// - Returns: The result, with the execution of this one.
  /// - Throws: What the encoder of the content throws.
  func rescored(
    rows: [ResultRow], ids: [String], labels: JSONValue?, absentClasses policy: AbsentClassPolicy?
  ) throws -> ResultDocument {
    var experiment = experiment
    experiment[at: ["content", "dataset", "images"]] = .content(ofIDs: ids)
    if let labels { experiment[at: ["content", "dataset", "labels"]] = labels }
    if let policy, policy != absentClassPolicy {
      experiment[at: ["content", "protocol", "absentClasses"]] = .string(policy.rawValue)
      // Where another value is stated, the preset's word on its own one is none.
      experiment[at: ["description", "protocol", "evidence", "absentClasses"]] = nil
    }
    let content = experiment["content"] ?? .null
    return ResultDocument(
      hash: ContentHash(of: try content.canonicalData).description, experiment: experiment,
      rows: rows, execution: execution)
  }

  /// The document as JSON text, less what may differ between equal runs: what a baseline holds.
  public var comparableText: String {
    get throws { String(decoding: try StoredJSON.data(of: Baseline(self)), as: UTF8.self) }
  }
}
