public import Metrics

/// The scores of one method on one benchmark, as they stand in a run's result.
public struct MethodScores: Sendable, Equatable {
  /// The name of the method.
  public var method: String

  /// The summary scores in the unit of their names; an undefined one is absent.
  public var metrics: [ScoreName: Double]

  /// The scores of each class in percent, one list for each table of classes; `nil` where one is
  /// undefined.
  public var perClass: [[Double?]]

  /// Creates a row from stored numbers.
  ///
  /// - Parameters:
  ///   - method: The name of the method.
  ///   - metrics: The summary scores; an undefined one is absent.
  ///   - perClass: The scores of each class in percent, one list for each table of classes.
  public init(method: String, metrics: [ScoreName: Double], perClass: [[Double?]]) {
    self.method = method
    self.metrics = metrics
    self.perClass = perClass
  }
}
