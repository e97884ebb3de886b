import Tensors

extension Tensor {
  /// The part at one index of the first axis, with the other axes' shape.
  subscript(index: Int) -> Tensor {
    let part = shape.dropFirst()
    let count = part.reduce(1, *)
    return Tensor(
      shape: Array(part), elements: Array(elements[(index * count)..<((index + 1) * count)]))
  }
}
