public import Foundation

/// What can be wrong with score maps from elsewhere.
public enum ScoreMapError: Error, Equatable, Sendable {
  /// A folder holds no scores of the first image, nor does any folder in it.
  case noScoreMaps(folder: URL, expected: [URL])

  /// An image has no scores.
  case missing(id: String, expected: [URL])

  /// An image has scores in two files.
  case ambiguous(id: String, got: [URL])

  /// A file holds none of the tensors that are read, or such as exclude each other.
  case unknownContents(file: URL, got: [String], expected: String)

  /// A file holds something else than that of the first image.
  case otherContents(file: URL, got: String, expected: String)

  /// A file does not hold what the task needs.
  case unfitForTask(file: URL, task: TaskKind, got: String, expected: String)

  /// A tensor does not have a shape that is expected.
  case wrongShape(file: URL, tensor: String, got: [Int], expected: String)

  /// A score or a feature is NaN or infinite.
  case notFinite(file: URL, tensor: String, got: Float, at: [Int])

  /// Nothing says how many rows and columns the patches have; there are `got` of them.
  case unknownGrid(file: URL, got: Int)

  /// Tokens come without texts.
  case missingTexts(folder: URL, expected: [URL])

  /// A text's feature is not of unit length.
  case notUnitLength(file: URL, tensor: String, row: Int, got: Float)

  /// Nothing says which method's feature surgery tokens get.
  case unknownMethod(folder: URL, got: String, expected: [String])
}
