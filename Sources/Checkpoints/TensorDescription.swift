/// What a checkpoint says of a tensor before its values are read.
public struct TensorDescription: Sendable, Equatable {
  /// The stored number format.
  public let dataType: TensorDataType

  /// The extent of each axis, slowest first; empty for a single number.
  public let shape: [Int]

  /// Creates a description.
  public init(dataType: TensorDataType, shape: [Int]) {
    self.dataType = dataType
    self.shape = shape
  }

  /// The number of bytes that the values take; `nil` where no memory has so many.
  var storedByteCount: Int? {
    var count = dataType.byteCount
    for extent in shape {
      let (product, overflows) = count.multipliedReportingOverflow(by: extent)
      if overflows { return nil }
      count = product
    }
    return count
  }
}
