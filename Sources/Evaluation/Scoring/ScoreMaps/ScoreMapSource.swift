import Foundation
import OpenVocabulary
import Tensors

/// The scores of one row from elsewhere: a folder with a file for each image.
struct ScoreMapSource: Sendable {
  /// What turns a file into similarities.
  enum Reading: Sendable {
    /// The scores are there.
    case scores

    /// Tokens are held against texts, as the tokens of the network here are.
    case tokens(TextFeatures)
  }

  /// Texts, and what feature surgery does.
  struct TextFeatures: Sendable {
    /// Where they are from.
    let file: URL

    /// The features with the class of each.
    let classifier: TextClassifier

    /// The feature of the empty text, where it stands for what texts share.
    let redundantFeature: Tensor?

    /// What is done to the cosines, if anything.
    let featureSurgery: FeatureSurgery?
  }

  /// What tables call the row.
  let name: String

  /// Where the files lie.
  let folder: URL

  /// What they hold.
  let contents: ScoreMapContents

  /// What turns them into similarities.
  let reading: Reading

  /// The class of each query.
  let classes: QueryClasses

  /// Opens the file of an image.
  ///
  /// - Throws: ``ScoreMapError`` where there is none, more than one, or one that holds something else, and
  ///   `CheckpointError` where it is damaged.
  func file(of id: String) throws -> ScoreMapFile {
    let file = try ScoreMapFile(contentsOf: Self.url(of: id, in: folder))
    guard file.contents == contents else {
      throw ScoreMapError.otherContents(
        file: file.url, got: file.contents.words, expected: contents.words)
    }
    return file
  }

  /// The finished scores of an image's places, `[rows, columns, Q]`.
  func placeScores(in file: ScoreMapFile) throws -> Tensor {
    let count = classes.queryCount
    return try file.tensor(.scores, "[\(count), h, w]") { $0[0] == count }.channelsLast()
  }

  /// The finished scores of an image as a whole, `[1, Q]`.
  func imageScores(in file: ScoreMapFile) throws -> Tensor {
    let count = classes.queryCount
    let scores = try file.tensor(.imageScores, "[\(count)]") { $0[0] == count }
    return Tensor(shape: [1, count], elements: scores.elements)
  }

  /// The tokens of an image, `[1+N, D]`.
  func tokens(in file: ScoreMapFile, width: Int) throws -> Tensor {
    try file.tensor(.tokens, "[1+N, \(width)], N at least 1 and the width that of the texts") {
      $0[0] > 1 && $0[1] == width
    }
  }

  /// The one file of an image.
  ///
  /// - Throws: ``ScoreMapError`` where there is none or more than one.
  static func url(of id: String, in folder: URL) throws(ScoreMapError) -> URL {
    let known = candidates(for: id, in: folder)
    let found = known.filter { FilePresence(at: $0) == .file }
    guard let first = found.first else { throw .missing(id: id, expected: known) }
    guard found.count == 1 else { throw .ambiguous(id: id, got: found) }
    return first
  }

  /// Whether there is a file of an image.
  static func holds(_ id: String, in folder: URL) -> Bool {
    candidates(for: id, in: folder).contains { FilePresence(at: $0) == .file }
  }

  /// Where a file may lie.
  static func candidates(for name: String, in folder: URL) -> [URL] {
    ScoreMapFile.extensions.map { folder.appending(path: "\(name).\($0)") }
  }
}
