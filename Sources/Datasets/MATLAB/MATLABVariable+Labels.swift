import Imaging

extension MATLABVariable {
  /// Reads the numbers, which the file holds column by column, as a label map.
  ///
  /// - Throws: ``MATLABFault`` unless the variable is a matrix of whole numbers from 0 to 65,535.
  func labelMap(
    from bytes: inout MATLABBytes, order: MATLABByteOrder
  ) throws(MATLABFault) -> LabelMap {
    do throws(MATLABFault) {
      let (rows, columns) = try size()
      let numbers = try MATLABElement(from: &bytes, order: order)
      guard let storage = MATLABStorage(rawValue: numbers.type) else {
        throw MATLABFault(got: "contents of type \(numbers.type)", expected: "numbers")
      }
      guard numbers.size == rows * columns * storage.width else {
        throw MATLABFault(
          got: "\(numbers.size) bytes of numbers",
          expected:
            "\(rows) × \(columns) numbers of \(storage.width) \(storage.width == 1 ? "byte" : "bytes")"
        )
      }
      let contents = try numbers.contents(from: &bytes)
      try bytes.finish()
      return try Self.labelMap(contents, storedAs: storage, order: order, size: (rows, columns))
    } catch {
      throw error.placed(at: "variable `\(name)`")
    }
  }

  private func size() throws(MATLABFault) -> (rows: Int, columns: Int) {
    guard let arrayClass, arrayClass.isNumeric, !isComplex else {
      let what = isComplex ? "complex numbers" : arrayClass?.name ?? "no array"
      throw MATLABFault(got: what, expected: "a matrix of labels")
    }
    let extents = dimensions.map(String.init).joined(separator: " × ")
    guard dimensions.count == 2, dimensions.allSatisfy({ $0 > 0 }) else {
      throw MATLABFault(got: "an array of \(extents)", expected: "rows and columns of labels")
    }
    let (pixels, overflows) = dimensions[0].multipliedReportingOverflow(by: dimensions[1])
    guard !overflows, pixels <= MATLABFile.pixelLimit else {
      throw MATLABFault(
        got: "a matrix of \(extents)", expected: "at most \(MATLABFile.pixelLimit) labels")
    }
    return (dimensions[0], dimensions[1])
  }

  private static func labelMap(
    _ contents: [UInt8], storedAs storage: MATLABStorage, order: MATLABByteOrder,
    size: (rows: Int, columns: Int)
  ) throws(MATLABFault) -> LabelMap {
    // Label maps are published as bytes and as pairs of bytes; the way of all other numbers, through
    // Double, takes ten times as long.
    switch (storage, order) {
    case (.uint8, _):
      return try labelMap(size: size, width: 1) { UInt16(contents[$0]) }
    case (.uint16, .littleEndian):
      return try labelMap(size: size, width: 2) {
        UInt16(contents[$0]) | UInt16(contents[$0 + 1]) << 8
      }
    default:
      return try labelMap(size: size, width: storage.width) { offset throws(MATLABFault) in
        let number = storage.number(at: offset, in: contents.span, order: order)
        guard let label = UInt16(exactly: number) else {
          let position = offset / storage.width
          throw MATLABFault(
            got: """
              \(number) in row \(position % size.rows + 1), column \(position / size.rows + 1)
              """,
            expected: "whole numbers from 0 to 65535")
        }
        return label
      }
    }
  }

  /// Turns columns into rows; `label` reads one from the offset at which it is stored.
  @inline(__always)
  private static func labelMap(
    size: (rows: Int, columns: Int), width: Int, label: (Int) throws(MATLABFault) -> UInt16
  ) throws(MATLABFault) -> LabelMap {
    var labels = [UInt16](repeating: 0, count: size.rows * size.columns)
    var cells = labels.mutableSpan
    var offset = 0
    for column in 0..<size.columns {
      for row in 0..<size.rows {
        cells[row * size.columns + column] = try label(offset)
        offset += width
      }
    }
    return LabelMap(width: size.columns, height: size.rows, labels: labels)
  }
}
