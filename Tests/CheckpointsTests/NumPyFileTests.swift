import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing

/// Arrays as `numpy.save` (NumPy 2.3) wrote them, and such as it never would.
@Suite("NumPyFile")
struct NumPyFileTests {
  private let folder: TemporaryFolder
  private let file: URL

  init() throws {
    folder = try TemporaryFolder()
    file = folder.url.appending(path: "array.npy")
  }

  /// A file whose header is padded as NumPy pads it.
  private func write(
    _ dictionary: String, _ values: [UInt8], version: UInt8 = 1, claiming length: Int? = nil
  ) throws {
    let prefix = version == 1 ? 10 : 12
    let text = dictionary + " "
    let padding = 64 - (prefix + text.utf8.count + 1) % 64
    let header = Array((text + String(repeating: " ", count: padding) + "\n").utf8)
    let count = length ?? header.count
    let field = (0..<(prefix - 8)).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
    try Data([0x93] + Array("NUMPY".utf8) + [version, 0] + field + header + values).write(to: file)
  }

  private func dictionary(
    _ type: String = "'<f4'", order: String = "False", shape: String = "(2,)"
  ) -> String {
    "{'descr': \(type), 'fortran_order': \(order), 'shape': \(shape), }"
  }

  private static func bytes(_ values: [Float]) -> [UInt8] {
    values.flatMap { value in
      (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }
    }
  }

  private func open() throws -> NumPyFile { try NumPyFile(contentsOf: file) }

  @Test("Single precision is read as it is, under every version of the format", arguments: 1...3)
  func singlePrecision(version: Int) throws {
    let values: [Float] = [0, -1.5, .pi, .leastNonzeroMagnitude, 65_504, -0.0]
    try write(dictionary(shape: "(2, 3)"), Self.bytes(values), version: UInt8(version))
    let tensor = try open().finiteTensor(named: NumPyFile.arrayName)
    #expect(tensor.shape == [2, 3])
    #expect(tensor.elements.map(\.bitPattern) == values.map(\.bitPattern))
  }

  @Test("Half precision is exact")
  func halfPrecision() throws {
    let values: [Float16] = [1, -0.333, 65_504, .leastNonzeroMagnitude]
    try write(
      dictionary("'<f2'", shape: "(4,)"),
      values.flatMap { [UInt8($0.bitPattern & 0xFF), UInt8($0.bitPattern >> 8)] })
    #expect(try open().tensor(named: NumPyFile.arrayName).elements == values.map(Float.init))
  }

  @Test("An array in Fortran's order is turned into rows")
  func columnMajor() throws {
    // numpy.asfortranarray(numpy.arange(24).reshape(2, 3, 4)).ravel(order="K")
    var stored: [Float] = []
    for k in 0..<4 {
      for j in 0..<3 {
        for i in 0..<2 { stored.append(Float(12 * i + 4 * j + k)) }
      }
    }
    try write(dictionary(order: "True", shape: "(2, 3, 4)"), Self.bytes(stored))
    let tensor = try open().tensor(named: NumPyFile.arrayName)
    #expect(tensor.shape == [2, 3, 4])
    #expect(tensor.elements == (0..<24).map { Float($0) })
  }

  @Test("A single number and an array of none are arrays too")
  func fewValues() throws {
    try write(dictionary(shape: "()"), Self.bytes([7]))
    #expect(try open().tensor(named: NumPyFile.arrayName).elements == [7])
    try write(dictionary(shape: "(0, 5)"), [])
    #expect(try open().tensor(named: NumPyFile.arrayName).shape == [0, 5])
  }

  @Test("Whole numbers are read as such and not as scores")
  func wholeNumbers() throws {
    try write(dictionary("\"<i8\""), [8, 0, 0, 0, 0, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0])
    #expect(try open().integers(named: NumPyFile.arrayName) == [8, 12])
    #expect(
      throws: CheckpointError.unsuitableDataType(
        file: file, tensor: "array", got: .int64, expected: [.float16, .bfloat16, .float32])
    ) { try open().tensor(named: NumPyFile.arrayName) }
    #expect(throws: CheckpointError.missingTensor(file: file, expected: "scores")) {
      try open().integers(named: "scores")
    }
  }

  @Test("Double precision is refused rather than rounded")
  func doublePrecision() throws {
    try write(dictionary("'<f8'", shape: "(1,)"), [UInt8](repeating: 0, count: 8))
    #expect(
      throws: CheckpointError.unsuitableDataType(
        file: file, tensor: "array", got: .float64, expected: [.float16, .bfloat16, .float32])
    ) { try open().tensor(named: NumPyFile.arrayName) }
  }

  @Test("A header that is none of NumPy's is refused, with where and what was expected")
  func hostileHeaders() throws {
    func expect(
      _ dictionary: String, at offset: Int, _ expected: String,
      sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
      try write(dictionary, Self.bytes([1, 2]))
      let error = #expect(throws: CheckpointError.self, sourceLocation: sourceLocation) {
        try open()
      }
      guard case .malformedHeader(file, let place, _, expected) = error else {
        Issue.record("got \(String(describing: error))", sourceLocation: sourceLocation)
        return
      }
      #expect(place == offset, sourceLocation: sourceLocation)
    }
    try expect("['descr']", at: 10, "'{'")
    try expect("{'descr': [('a', '<f4')], }", at: 20, "a string")
    try expect("{'descr': '<f4', 'fortran_order': 0, }", at: 44, "True or False")
    try expect("{'descr' '<f4'}", at: 19, "':'")
    try expect("{'descr': '<f4' 'shape': (2,)}", at: 26, "','")
    try expect("{'shape': (2 3)}", at: 23, "','")
    try expect("{'shape': (-2,)}", at: 21, "a whole number below 2^63")
    try expect(
      "{'shape': (99999999999999999999,)}", at: 21, "a whole number below 2^63")
    try expect("{'shape': (1, 1, 1, 1, 1, 1, 1, 1, 1)}", at: 45, "at most 8 numbers")
    try expect("{'descr': '<f4\n', }", at: 20, "a string of printable ASCII in quotes")
    try expect(
      "{'colour': 1}", at: 20, "no other key than descr, fortran_order and shape")
    try expect(dictionary() + "x", at: 10 + dictionary().utf8.count, "the end of the header")
    let half = "{'descr': '<f4', 'fortran_order': False}"
    try write(half, Self.bytes([1, 2]))
    #expect(throws: CheckpointError.self) { try open() }
    try write("{'shape': (2,), 'shape': (2,)}", [])
    #expect(throws: CheckpointError.duplicateName(file: file, got: "shape")) { try open() }
  }

  @Test("Formats and orders that are not read are named")
  func foreignFormats() throws {
    try write(dictionary("'>f4'"), Self.bytes([1, 2]))
    #expect(throws: CheckpointError.foreignByteOrder(file: file, got: ">f4")) { try open() }
    // Objects are pickles, which would have to be executed.
    try write(dictionary("'|O'"), [])
    #expect(throws: CheckpointError.unknownDataType(file: file, tensor: "array", got: "|O")) {
      try open()
    }
  }

  @Test("More or fewer bytes than the shape asks for are refused", arguments: [0, 7, 9])
  func otherLength(count: Int) throws {
    try write(dictionary(), [UInt8](repeating: 0, count: count))
    #expect(
      throws: CheckpointError.wrongByteCount(file: file, tensor: "array", got: count, expected: 8)
    ) { try open() }
  }

  @Test("Shapes that no memory holds, long headers and files of another kind are refused")
  func otherFiles() throws {
    try write(dictionary(shape: "(4611686018427387904, 4)"), [])
    #expect(
      throws: CheckpointError.shapeTooLarge(
        file: file, tensor: "array", got: [4_611_686_018_427_387_904, 4])
    ) { try open() }
    try write(dictionary(), [], version: 2, claiming: 1 << 31)
    let held = try Data(contentsOf: file).count - 12
    #expect(
      throws: CheckpointError.headerTooLong(file: file, got: 1 << 31, expected: held)
    ) { try open() }
    try write(dictionary(), [], version: 4)
    #expect(throws: CheckpointError.self) { try open() }
    for text in ["", "PK", "\u{93}NUMPY", "not an array at all"] {
      try Data(text.utf8).write(to: file)
      #expect(throws: CheckpointError.self, "\(text)") { try open() }
    }
    try Data([0x93] + Array("NUMPY".utf8) + [1]).write(to: file)
    #expect(throws: CheckpointError.self) { try open() }
  }
}
