import CLIP
import Checkpoints
public import Foundation
public import Tensors

/// Whether a checkpoint is one that was published: by its hash, and by what it computes.
public struct CheckpointVerification: Sendable {
  /// What the checkpoint is, with its hash.
  public let report: CheckpointReport

  /// Its outputs held against the published ones; empty where none were published of a model of this
  /// architecture.
  public let comparisons: [OutputComparison]

  /// Whether all that was checked holds, and something was: the hash is known, or outputs agree.
  public var holds: Bool {
    comparisons.allSatisfy(\.holds) && (report.known != nil || !comparisons.isEmpty)
  }

  /// Checks a checkpoint.
  ///
  /// - Parameters:
  ///   - place: The file or folder.
  ///   - picture: The picture whose classification was published.
  ///   - multiplier: What multiplies the matrices.
  ///   - vocabulary: Finds the tokenizer's merges, given the file of weights; asked only where texts are
  ///     encoded.
  /// - Throws: ``ModelError`` where the picture is another, and what reading the files throws.
  /// - Complexity: Reads everything once to hash it, and loads the model where outputs were published.
  public init(
    of place: URL, picture: URL? = nil, multiplier: any MatrixMultiplier,
    vocabulary: (URL) throws -> URL
  ) throws {
    let report = try CheckpointReport(at: place)
    let name = report.known?.name ?? report.inspection.architecture.name
    self.report = report
    comparisons =
      try name.flatMap(PublishedOutputs.of).map { published in
        let picture = try picture.map { try published.classification.checked($0) }
        let model = try PublishedModel(
          at: report.files.checkpoint, vocabulary: vocabulary(report.files.checkpoint),
          multiplier: multiplier)
        var comparisons = [try model.comparison(with: published.textFeature)]
        if let picture {
          comparisons.append(try model.comparison(with: published.classification, of: picture))
        }
        return comparisons
      } ?? []
    if let picture, comparisons.isEmpty {
      throw ModelError.nothingPublished(checkpoint: place, picture: picture)
    }
  }
}

extension PublishedOutputs.Classification {
  /// The picture, if it is the one that was published.
  ///
  /// - Throws: ``ModelError/otherPicture(file:got:expected:name:)``.
  fileprivate func checked(_ file: URL) throws -> URL {
    let hash = try ContentHash(ofFile: file)
    guard hash == pictureHash else {
      throw ModelError.otherPicture(
        file: file, got: hash, expected: pictureHash, name: picture)
    }
    return file
  }
}
