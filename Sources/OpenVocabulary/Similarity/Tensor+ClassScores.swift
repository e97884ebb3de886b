public import Tensors

extension Tensor {
  /// The scores `[…, Q]` of queries as scores `[…, C]` of classes: the best of a class's queries speaks
  /// for it.
  ///
  /// - Parameter queries: The queries of each class that is wanted, in the order of the result's columns;
  ///   see ``QueryClasses/queriesOfClass``.
  /// - Returns: One column for each of those classes.
  /// - Precondition: there are two axes or more, a query for each class, and a column for each query.
  public func bestOfQueries(_ queries: [[Int]]) -> Tensor {
    let width = shape.last ?? 0
    precondition(
      shape.count > 1 && queries.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0 < width } },
      "Queries \(queries) of scores \(shape)")
    let columns = queries.count
    var result = Tensor(zeros: shape.dropLast() + [columns])
    let source = elements.span
    var target = result.elements.mutableSpan
    for row in 0..<(count / width) {
      for (column, queries) in queries.enumerated() {
        var best = source[row * width + queries[0]]
        for query in queries.dropFirst() { best = max(best, source[row * width + query]) }
        target[row * columns + column] = best
      }
    }
    return result
  }
}
