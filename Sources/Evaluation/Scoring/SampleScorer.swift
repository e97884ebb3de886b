import Foundation
import OpenVocabulary
import Tensors

/// Gives the similarities of an image with all texts, one for each row of the table.
///
/// They come out of a network (``ImageScorer``), or out of files that another program wrote
/// (``ScoreMapScorer``). What a task makes of them is the same.
protocol SampleScorer: Sendable {
  /// The rows.
  var rows: [ScoredRow] { get }

  /// The similarities of an image's patches.
  ///
  /// - Parameters:
  ///   - image: The image.
  ///   - truth: What it is held against, for its size.
  /// - Returns: For each row `[rows, columns, Q]`, from top left, all finite.
  /// - Throws: What is wrong with a file.
  func patchScores(of image: SampleImage, fitting truth: TruthSize) throws -> [Tensor]

  /// The similarities of an image as a whole.
  ///
  /// - Returns: For each row `[1, Q]`.
  /// - Throws: What is wrong with a file.
  func imageScores(of image: SampleImage) throws -> [Tensor]

  /// The files that decide what a row has of an image, by their role.
  func files(of image: SampleImage, row: Int) -> [String: URL]
}

extension SampleScorer {
  /// The rows' names.
  var rowNames: [String] { rows.map(\.name) }
}
