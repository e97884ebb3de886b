public import Tensors

extension Tensor {
  /// The scores `[rows, Q]` of queries as scores `[rows, C]` of classes: the best of a class's queries
  /// speaks for it.
  ///
  /// - Parameter queries: The queries of each class that is wanted, in the order of the result's columns;
  ///   see ``TextClassifier/queriesOfClass``.
  /// - Returns: One column for each of those classes.
  /// - Precondition: there are two axes, a query for each class, and a column for each query.
  public func bestOfQueries(_ queries: [[Int]]) -> Tensor {
    precondition(
      shape.count == 2 && queries.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0 < shape[1] } },
      "Queries \(queries) of scores \(shape)")
    let columns = queries.count
    var result = Tensor(zeros: [shape[0], columns])
    let source = elements.span
    var target = result.elements.mutableSpan
    for row in 0..<shape[0] {
      for (column, queries) in queries.enumerated() {
        var best = source[row * shape[1] + queries[0]]
        for query in queries.dropFirst() { best = max(best, source[row * shape[1] + query]) }
        target[row * columns + column] = best
      }
    }
    return result
  }
}
