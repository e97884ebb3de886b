import Datasets
public import Foundation
import OpenVocabulary

/// Scores that another program computed, one row for each folder of them.
///
/// A folder holds a file for each image, `<id>.safetensors` or `<id>.npy`; where there are several rows,
/// each has a folder of its own in it. Tokens come with `text.safetensors` or `text.npy`, beside them or one
/// folder up.
public struct ScoreMapFolder: Sendable {
  /// The folder.
  public let url: URL

  /// One for each row.
  let sources: [ScoreMapSource]

  /// Finds the rows in a folder and reads what they share.
  ///
  /// - Parameters:
  ///   - url: The folder.
  ///   - data: The images; the first tells what the files hold.
  ///   - task: What is asked of the scores.
  ///   - methods: The experiment's methods, as the task runs them.
  ///   - choices: The protocol.
  /// - Throws: ``ScoreMapError`` where the folder holds no scores of the first image, or such as the task
  ///   cannot use, and `CheckpointError` where a file is damaged.
  init(
    at url: URL, of data: EvaluationData, for task: TaskKind, methods: [Method],
    by choices: EvaluationProtocol
  ) throws {
    self.url = url
    let first = data.ids.first ?? ""
    let opener = ScoreMapSourceOpener(
      first: first, classes: QueryClasses(classOfQuery: data.classList.classOfQuery), task: task,
      methods: methods, needsEmptyText: choices.comparesSingleTexts(in: task))
    let folders = MethodFolder.all(in: url) { ScoreMapSource.holds(first, in: $0) }
    guard !folders.isEmpty else {
      throw ScoreMapError.noScoreMaps(
        folder: url,
        expected: ScoreMapSource.candidates(for: first, in: url)
          + ScoreMapSource.candidates(for: first, in: url.appending(path: "<method>")))
    }
    sources = try folders.map { try opener.source(named: $0.method, at: $0.url) }
  }

  /// Whether anything is multiplied: scores that are finished need no product.
  var holdsTokens: Bool { sources.contains { $0.contents == .tokens } }

  /// What of it decides the score beside the numbers in the files.
  var content: JSONValue {
    .array(
      sources.map { source in
        switch source.reading {
        case .scores: ["holds": "scores"]
        case .tokens(let texts):
          [
            "holds": "tokens",
            "featureSurgery": texts.featureSurgery.map { .string($0.variant.rawValue) } ?? .null,
          ]
        }
      })
  }
}
