public import Foundation
public import Tensors

/// A `.npy` file: one array, as `numpy.save` writes it.
///
/// The file is mapped into memory and checked as strictly as ``SafetensorsFile``; nothing in it is
/// executed, so arrays of objects, which are pickles, are refused. (numpy.lib.format describes the format.)
public struct NumPyFile: TensorSource {
  /// What the array, which has no name of its own, is called.
  public static let arrayName = "array"

  /// The file that was opened.
  public let file: URL

  /// The array's stored format and shape.
  public let description: TensorDescription

  private let values: Data

  /// Where the values lie, counted in values; `nil` where they lie in row-major order.
  private let places: StridedPlaces?

  /// Opens a file and checks its header.
  ///
  /// - Throws: ``CheckpointError`` where the file cannot be read or breaks the format, and where it has
  ///   more or fewer bytes than its shape and format ask for.
  public init(contentsOf file: URL) throws(CheckpointError) {
    try self.init(Data(mapping: file), of: file)
  }

  /// Checks a file that is in memory.
  package init(_ contents: Data, of file: URL) throws(CheckpointError) {
    let header = try NumPyHeader(of: contents, in: file)
    guard let expected = header.description.storedByteCount else {
      throw .shapeTooLarge(file: file, tensor: Self.arrayName, got: header.description.shape)
    }
    values = contents.dropFirst(header.byteCount)
    guard values.count == expected else {
      throw .wrongByteCount(
        file: file, tensor: Self.arrayName, got: values.count, expected: expected)
    }
    self.file = file
    description = header.description
    places = header.isColumnMajor ? Self.columnMajorPlaces(in: description.shape) : nil
  }

  /// The array by its one name.
  public var descriptions: [String: TensorDescription] { [Self.arrayName: description] }

  /// Reads the array as Float32, exactly.
  ///
  /// - Throws: ``CheckpointError/unsuitableDataType(file:tensor:got:expected:)`` unless it holds
  ///   floating-point numbers of 16 or 32 bits, ``CheckpointError/missingTensor(file:expected:)`` for
  ///   another name than ``arrayName``.
  /// - Complexity: O(n); allocates the result.
  public func tensor(named name: String) throws(CheckpointError) -> Tensor {
    guard let elements = try contents(of: name).floats(storedAs: description.dataType, at: places)
    else { throw unsuitable(TensorDataType.floatingPoint) }
    return Tensor(shape: description.shape, elements: elements)
  }

  /// Reads the array as whole numbers in row-major order.
  ///
  /// - Throws: ``CheckpointError/unsuitableDataType(file:tensor:got:expected:)`` unless it holds integers
  ///   of 32 or 64 bits, ``CheckpointError/missingTensor(file:expected:)`` for another name than
  ///   ``arrayName``.
  /// - Complexity: O(n); allocates the result.
  public func integers(named name: String) throws(CheckpointError) -> [Int] {
    guard
      let integers = try contents(of: name).integers(storedAs: description.dataType, at: places)
    else { throw unsuitable(TensorDataType.integers) }
    return integers
  }

  private func contents(of name: String) throws(CheckpointError) -> Data {
    guard name == Self.arrayName else { throw .missingTensor(file: file, expected: name) }
    return values
  }

  private func unsuitable(_ expected: [TensorDataType]) -> CheckpointError {
    .unsuitableDataType(
      file: file, tensor: Self.arrayName, got: description.dataType, expected: expected)
  }

  /// Where the elements of an array lie whose first axis is the fastest, in row-major order.
  private static func columnMajorPlaces(in shape: [Int]) -> StridedPlaces {
    var stride = 1
    return StridedPlaces(
      axes: shape.map { extent in
        defer { stride *= extent }
        return (extent, stride)
      })
  }
}
