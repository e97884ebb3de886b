import Tensors
import Testing

@Suite("Pooling and rectifying")
struct PoolingTests {
  @Test("a pooled pixel is the mean of its square")
  func averages() {
    let picture = Tensor(
      shape: [2, 4, 17], elements: (0..<136).map { Float($0) })
    let pooled = picture.averagePooled(by: 2)
    // Along a channel, the pixels of a row lie 17 apart and those of a column 68.
    let corners = Array(0..<17) + Array(34..<51)
    let expected = corners.map { Float($0) + (17 + 68) / 2 }
    #expect(pooled == Tensor(shape: [1, 2, 17], elements: expected))
    #expect(picture.averagePooled(by: 1) == picture)
  }

  @Test("negative values become zero, the rest stay what they are")
  func rectifies() {
    let values: [Float] = [-1, 0, 2, -.infinity, .infinity, -0.5, 0.5]
    var tensor = Tensor(shape: [21], elements: values + values + values)
    tensor.rectify()
    #expect(tensor.elements == Array([[0, 0, 2, 0, .infinity, 0, 0.5]].joined()) * 3)

    var damaged = Tensor(shape: [1], elements: [.nan])
    damaged.rectify()
    #expect(damaged.elements[0].isNaN)
  }
}

extension Array {
  fileprivate static func * (array: Array, count: Int) -> Array {
    (0..<count).flatMap { _ in array }
  }
}
