public import Tensors

extension TensorSource {
  /// Reads one tensor of weights as Float32 and refuses it if any value is NaN or infinite.
  ///
  /// One such weight silently turns every score into NaN, so it is found where it lies.
  ///
  /// - Throws: what ``tensor(named:)`` throws, or
  ///   ``CheckpointError/notFinite(file:tensor:got:outOf:)`` with the number of such values.
  /// - Complexity: O(n) beyond reading.
  public func finiteTensor(named name: String) throws(CheckpointError) -> Tensor {
    let tensor = try tensor(named: name)
    let exponentMask = Float.infinity.bitPattern
    var count = 0
    for value in tensor.elements where value.bitPattern & exponentMask == exponentMask {
      count += 1
    }
    guard count == 0 else {
      throw .notFinite(file: file, tensor: name, got: count, outOf: tensor.count)
    }
    return tensor
  }
}
