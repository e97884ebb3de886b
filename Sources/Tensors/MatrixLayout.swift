/// Where one matrix lies inside a flat buffer of Float32 values.
///
/// Element `[row, column]` lies at `offset + row * rowStride + column`. A stride larger than the row
/// lets one head of an attention layer be read in place from the matrix of all heads.
public struct MatrixLayout: Sendable, Equatable {
  /// The number of rows.
  public var rows: Int

  /// The number of columns.
  public var columns: Int

  /// The distance between the first elements of two neighbouring rows.
  public var rowStride: Int

  /// The position of element `[0, 0]`.
  public var offset: Int

  /// Creates a layout; rows are contiguous unless a stride is given.
  ///
  /// - Precondition: no number is negative and `rowStride >= columns`.
  public init(rows: Int, columns: Int, rowStride: Int? = nil, offset: Int = 0) {
    let rowStride = rowStride ?? columns
    precondition(
      rows >= 0 && columns >= 0 && offset >= 0 && rowStride >= columns,
      "No matrix of \(rows) × \(columns) lies at offset \(offset) with row stride \(rowStride)")
    self.rows = rows
    self.columns = columns
    self.rowStride = rowStride
    self.offset = offset
  }

  /// One past the position of the last element, or `offset` for a matrix without elements.
  public var end: Int {
    rows == 0 || columns == 0 ? offset : offset + (rows - 1) * rowStride + columns
  }
}
