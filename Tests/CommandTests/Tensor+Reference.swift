import Foundation
import Tensors

/// The computations behind `evaluate features`, plainly and in double precision.
extension Tensor {
  /// Feature surgery as released, in double precision: with w the softmax of twice the class token's
  /// cosines over its mean, `S_ij = w_j cos_ij − mean_k(w_k cos_ik)`.
  var afterFeatureSurgery: Tensor {
    let columns = shape[1]
    let exponentials = elements[..<columns].map { exp(2 * Double($0)) }
    let mean = exponentials.reduce(0, +) / Double(columns)
    let weights = exponentials.map { $0 / mean }
    var result = self
    for row in 0..<shape[0] {
      let products = (0..<columns).map { weights[$0] * Double(elements[row * columns + $0]) }
      let redundant = products.reduce(0, +) / Double(columns)
      for column in 0..<columns {
        result.elements[row * columns + column] = Float(products[column] - redundant)
      }
    }
    return result
  }

  /// The patches' rows `[N, C]` behind the class token's.
  var patches: Tensor {
    Tensor(shape: [shape[0] - 1, shape[1]], elements: Array(elements[shape[1]...]))
  }

  /// Each column of `[N, C]` brought to 0…1.
  var minMaxed: Tensor {
    var result = self
    let columns = shape[1]
    for column in 0..<columns {
      let values = stride(from: column, to: count, by: columns).map { elements[$0] }
      guard let low = values.min(), let high = values.max(), high > low else { continue }
      for index in stride(from: column, to: count, by: columns) {
        result.elements[index] = (elements[index] - low) / (high - low)
      }
    }
    return result
  }

  /// A square grid's values `[N, C]` between the centres of its cells, `[height, width, C]`, in double
  /// precision.
  func interpolated(height: Int, width: Int) -> Tensor {
    let side = Int(Double(shape[0]).squareRoot())
    let channels = shape[1]
    func tap(_ place: Int, of length: Int) -> (Int, Int, Double) {
      let centre = max(0, (Double(place) + 0.5) * Double(side) / Double(length) - 0.5)
      let lower = min(Int(centre), side - 1)
      return (lower, min(lower + 1, side - 1), centre - Double(lower))
    }
    var result = Tensor(zeros: [height, width, channels])
    for row in 0..<height {
      let (top, bottom, down) = tap(row, of: height)
      for column in 0..<width {
        let (left, right, across) = tap(column, of: width)
        for channel in 0..<channels {
          func value(_ row: Int, _ column: Int) -> Double {
            Double(elements[(row * side + column) * channels + channel])
          }
          result.elements[(row * width + column) * channels + channel] = Float(
            (value(top, left) * (1 - across) + value(top, right) * across) * (1 - down)
              + (value(bottom, left) * (1 - across) + value(bottom, right) * across) * down)
        }
      }
    }
    return result
  }

  /// The products of each row with each row of another matrix, in double precision.
  func product(withRowsOf other: Tensor) -> Tensor {
    let width = shape[1]
    var result = Tensor(zeros: [shape[0], other.shape[0]])
    for row in 0..<shape[0] {
      for column in 0..<other.shape[0] {
        let sum = (0..<width).reduce(0.0) {
          $0 + Double(elements[row * width + $1]) * Double(other.elements[column * width + $1])
        }
        result.elements[row * other.shape[0] + column] = Float(sum)
      }
    }
    return result
  }
}
