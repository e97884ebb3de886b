public import Tensors

extension Tensor {
  /// The scores `[rows, Q]` of queries as scores `[rows, C]` of classes: the best of a class's queries
  /// speaks for it.
  ///
  /// - Parameters:
  ///   - classes: The classes that are wanted, in the order of the result's columns.
  ///   - classOfQuery: The class of each query.
  /// - Returns: One column for each of `classes`.
  /// - Precondition: there are two axes, a column for each query, and a query for each wanted class.
  public func bestOfQueries(ofClasses classes: [Int], classOfQuery: [Int]) -> Tensor {
    precondition(
      shape.count == 2 && shape[1] == classOfQuery.count,
      "\(classOfQuery.count) queries beside scores \(shape)")
    let queries = classes.map { wanted in
      classOfQuery.indices.filter { classOfQuery[$0] == wanted }
    }
    precondition(queries.allSatisfy { !$0.isEmpty }, "Not every class of \(classes) has a query")
    var result = Tensor(zeros: [shape[0], classes.count])
    let source = elements.span
    var target = result.elements.mutableSpan
    for row in 0..<shape[0] {
      for (column, queries) in queries.enumerated() {
        var best = source[row * shape[1] + queries[0]]
        for query in queries.dropFirst() { best = max(best, source[row * shape[1] + query]) }
        target[row * classes.count + column] = best
      }
    }
    return result
  }
}
