public import Tensors

/// The texts of a class list as features: image features times these are the classes' scores.
public struct TextClassifier: Sendable, Equatable {
  /// The features `[Q, D]` of the queries, of unit length.
  public let features: Tensor

  /// The classes that the queries stand for.
  public let classes: QueryClasses

  /// Takes one feature a query.
  ///
  /// - Precondition: `features` has two axes and a row for each query, and classes count from 0.
  public init(features: Tensor, classOfQuery: [Int]) {
    precondition(
      features.shape.count == 2 && features.shape[0] == classOfQuery.count,
      "\(classOfQuery.count) queries need as many features, not \(features.shape)")
    self.features = features
    classes = QueryClasses(classOfQuery: classOfQuery)
  }

  /// Encodes the queries of a class list.
  ///
  /// - Parameters:
  ///   - classes: The classes.
  ///   - ensemble: The templates and the text tower.
  ///   - progress: Told how many of how many batches of prompts are encoded.
  /// - Throws: `TokenizerError` where a prompt has more tokens than the tower reads, and whatever the
  ///   encoder throws.
  public init(
    _ classes: ClassList, encodedBy ensemble: TextEnsemble<some TextEncoder>,
    progress: @Sendable (_ completed: Int, _ total: Int) -> Void = { _, _ in }
  ) throws {
    self.init(
      features: try ensemble.features(of: classes.queries, progress: progress),
      classOfQuery: classes.classOfQuery)
  }

  /// The number of queries.
  public var queryCount: Int { classes.queryCount }

  /// The cosine of each image token with each query.
  ///
  /// - Parameters:
  ///   - tokens: Image tokens `[M, D]` of unit length; see ``TokenNormalisation``.
  ///   - multiplier: What multiplies the matrices.
  /// - Returns: `[M, Q]`.
  /// - Complexity: O(M·Q·D).
  public func cosines(of tokens: Tensor, using multiplier: some MatrixMultiplier) -> Tensor {
    multiplier.product(of: tokens, and: features, transposingRight: true)
  }
}
