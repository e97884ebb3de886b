import Foundation

/// A `.npy` file of single precision, as `numpy.save` writes it.
struct ArrayFile {
  let shape: [Int]
  let values: [Float]

  var data: Data {
    var header = Array(
      "{'descr': '<f4', 'fortran_order': False, 'shape': (\(shape.map { "\($0)," }.joined())), }"
        .utf8)
    header += [UInt8](repeating: 0x20, count: 127 - (10 + header.count) % 64) + [0x0A]
    let length = [UInt8(header.count & 0xFF), UInt8(header.count >> 8)]
    var data = Data([0x93] + Array("NUMPY".utf8) + [1, 0] + length + header)
    for value in values {
      data.append(
        contentsOf: (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) })
    }
    return data
  }
}
