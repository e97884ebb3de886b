/// Which class each query, one text among several that may stand for a class, belongs to.
public struct QueryClasses: Sendable, Hashable {
  /// The class of each query.
  public let classOfQuery: [Int]

  /// The queries of each class, in ascending order.
  public let queriesOfClass: [[Int]]

  /// Takes the class of each query; classes count from 0.
  public init(classOfQuery: [Int]) {
    self.classOfQuery = classOfQuery
    var queries = [[Int]](repeating: [], count: (classOfQuery.max() ?? -1) + 1)
    for (query, classID) in classOfQuery.enumerated() { queries[classID].append(query) }
    queriesOfClass = queries
  }

  /// The number of queries.
  public var queryCount: Int { classOfQuery.count }

  /// The number of classes.
  public var classCount: Int { queriesOfClass.count }
}
