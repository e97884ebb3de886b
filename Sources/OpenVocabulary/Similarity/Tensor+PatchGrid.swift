public import Tensors

extension Tensor {
  /// The rows `[1+N, Q]` of an image's tokens as the picture `[rows, columns, Q]` of its patches,
  /// without the class token.
  ///
  /// - Precondition: there are two axes and N = rows · columns.
  public func patchGrid(rows: Int, columns: Int) -> Tensor {
    precondition(
      shape.count == 2 && shape[0] == 1 + rows * columns,
      "A grid of \(rows) × \(columns) patches needs \(1 + rows * columns) rows, not \(shape)")
    return Tensor(
      shape: [rows, columns, shape[1]], elements: Array(elements.dropFirst(shape[1])))
  }

  /// Checks scores `[rows, columns, Q]` before they are compared.
  ///
  /// - Throws: ``OpenVocabularyError/scoreNotFinite(got:row:column:query:)`` for the first that is NaN
  ///   or infinite.
  /// - Precondition: there are three axes.
  package func requireFiniteScores() throws(OpenVocabularyError) {
    precondition(
      shape.count == 3 && !shape.contains(0),
      "Scores have the shape [rows, columns, queries], not \(shape)")
    guard let index = elements.firstIndex(where: { !$0.isFinite }) else { return }
    throw .scoreNotFinite(
      got: elements[index], row: index / (shape[1] * shape[2]),
      column: index / shape[2] % shape[1], query: index % shape[2])
  }
}
