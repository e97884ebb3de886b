import Foundation

/// How a tensor's elements lie in the storage that holds them: element `[i, j, …]` lies at
/// `offset + i · strides[0] + j · strides[1] + …`.
struct StridedLayout: Sendable, Equatable {
  /// The extent of each axis, slowest first.
  let shape: [Int]

  /// From the first to behind the last element of the storage that the tensor uses.
  let extent: Range<Int>

  private let strides: [Int]

  /// Checks that the elements lie within a storage of `count`, no two in one place.
  ///
  /// - Throws: ``CheckpointError``: negative extents or more elements than memory holds, an element
  ///   outside the storage, or strides with which elements may coincide.
  init(
    _ reference: TensorReference, within count: Int, tensor: String, file: URL
  ) throws(CheckpointError) {
    let shape = reference.shape
    let strides = reference.strides
    let unsuitable = CheckpointError.unsuitableLayout(
      file: file, tensor: tensor, shape: shape, strides: strides, expected: count)
    guard shape.count == strides.count, strides.allSatisfy({ $0 >= 0 }) else { throw unsuitable }
    guard shape.allSatisfy({ $0 >= 0 }),
      shape.reduce(Optional(1), { $0?.times(max(1, $1)) }) != nil
    else { throw .shapeTooLarge(file: file, tensor: tensor, got: shape) }

    self.shape = shape
    self.strides = strides
    let isEmpty = shape.contains(0)
    let steps = zip(shape, strides).map { isEmpty ? 0 : ($0 - 1).times($1) }
    let last = steps.reduce(Optional(reference.offset)) { sum, step in
      guard let sum, let step else { return nil }
      return sum.plus(step)
    }
    let end = isEmpty ? last : last?.plus(1)
    guard let end, reference.offset >= 0, end <= count else {
      throw .offsetsOutsideData(
        file: file, tensor: tensor, got: [reference.offset, end ?? .max], expected: count)
    }
    extent = reference.offset..<end
    guard isEmpty || isInjective else { throw unsuitable }
  }

  /// Whether the elements lie in row-major order without gaps.
  private var isContiguous: Bool {
    // Strides of a tensor without elements mean nothing.
    if shape.contains(0) { return true }
    var expected = 1
    for (extent, stride) in zip(shape, strides).reversed() where extent != 1 {
      guard stride == expected else { return false }
      expected *= extent
    }
    return true
  }

  /// Whether each axis steps over everything that the faster ones reach, whatever their order.
  ///
  /// That excludes a few layouts without coincidences which no tensor of PyTorch's has, and all with.
  private var isInjective: Bool {
    let axes = zip(shape, strides).filter { $0.0 > 1 }.sorted { $0.1 < $1.1 }
    var reach = 0
    for (extent, stride) in axes {
      guard stride > reach else { return false }
      reach += (extent - 1) * stride
    }
    return true
  }

  /// Where the elements lie in `extent`, in row-major order; `nil` where they simply follow each other.
  var scatteredPlaces: StridedPlaces? {
    isContiguous ? nil : StridedPlaces(axes: zip(shape, strides).filter { $0.0 != 1 })
  }
}

extension Int {
  /// The product, or `nil` where it overflows.
  fileprivate func times(_ other: Int) -> Int? {
    let (product, overflows) = multipliedReportingOverflow(by: other)
    return overflows ? nil : product
  }

  /// The sum, or `nil` where it overflows.
  fileprivate func plus(_ other: Int) -> Int? {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? nil : sum
  }
}
