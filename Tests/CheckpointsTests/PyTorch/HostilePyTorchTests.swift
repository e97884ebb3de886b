import Checkpoints
import Foundation
import Tensors
import Testing

/// Archives and pickles that are sound, around contents that are not.
@Suite("PyTorchFile, hostile input")
struct HostilePyTorchTests {
  private let file = URL(filePath: "/some/hostile.pt")

  private func expect(
    _ error: CheckpointError, from bytes: PyTorchBytes,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(throws: error, sourceLocation: sourceLocation) {
      try PyTorchFile(bytes.contents, of: file)
    }
    #expect(
      "\(error)".hasPrefix("/some/hostile.pt: "), "\(error)", sourceLocation: sourceLocation)
  }

  private func oneTensor(_ tensor: PickledTensor, storage: [UInt8]) -> PyTorchBytes {
    PyTorchBytes(.stateDictionary([("w", .tensor(tensor))]), storages: [storage])
  }

  @Test("a file that calls os.system is refused when it is opened")
  func system() {
    let call = Pickled.global("posix.system") + Pickled.tuple([.text("true")]).operations + [0x52]
    expect(
      .refusedPickle(
        file: file, entry: "archive/data.pkl", position: 2, fault: .refusedGlobal("posix.system")),
      from: PyTorchBytes(.operations(call)))
  }

  @Test(
    "elements outside the storage are refused",
    arguments: [
      (1, [2, 2], [2, 1], 5), (4, [1], [1], 5), (5, [0], [1], 5), (-1, [1], [1], 0),
      (0, [2, 2], [3, 1], 5), (0, [2], [.max], .max), (.max, [2], [1], .max),
      (0, [3], [1 << 62], .max),
    ] as [(Int, [Int], [Int], Int)])
  func outsideTheStorage(offset: Int, shape: [Int], strides: [Int], end: Int) {
    expect(
      .offsetsOutsideData(file: file, tensor: "w", got: [offset, end], expected: 4),
      from: oneTensor(
        PickledTensor(storageCount: 4, offset: offset, shape: shape, strides: strides),
        storage: [UInt8](repeating: 0, count: 16)))
  }

  @Test(
    "tensors that show one value more than once are refused: they grow without end",
    arguments: [
      ([1 << 40], [0]), ([2, 2], [1, 1]), ([3, 2], [1, 1]), ([2, 1 << 40], [1, 0]), ([2], [-1]),
      ([2], [1, 1]),
    ] as [([Int], [Int])])
  func expandedTensors(shape: [Int], strides: [Int]) {
    expect(
      .unsuitableLayout(file: file, tensor: "w", shape: shape, strides: strides, expected: 4),
      from: oneTensor(
        PickledTensor(storageCount: 4, shape: shape, strides: strides),
        storage: [UInt8](repeating: 0, count: 16)))
  }

  @Test(
    "shapes that no memory holds are refused, also with an empty axis",
    arguments: [[1 << 40, 1 << 40], [-1], [0, 1 << 40, 1 << 40], [2, -3, -5]])
  func shapeOverflow(shape: [Int]) {
    expect(
      .shapeTooLarge(file: file, tensor: "w", got: shape),
      from: oneTensor(
        PickledTensor(storageCount: 4, shape: shape, strides: shape.map { _ in 0 }),
        storage: [UInt8](repeating: 0, count: 16)))
  }

  @Test("a storage has to be there, in full, and stored")
  func storages() throws {
    let tensor = PickledTensor(storageCount: 4, shape: [4], strides: [1])
    expect(
      .wrongByteCount(file: file, tensor: "w", got: 15, expected: 16),
      from: oneTensor(tensor, storage: [UInt8](repeating: 0, count: 15)))
    var elsewhere = tensor
    elsewhere.key = "../data.pkl"
    expect(
      .malformedArchive(file: file, entry: "archive/data/../data.pkl", fault: .missingEntry),
      from: oneTensor(elsewhere, storage: [UInt8](repeating: 0, count: 16)))
    var huge = tensor
    huge.storageCount = .max
    expect(
      .shapeTooLarge(file: file, tensor: "w", got: [.max]),
      from: oneTensor(huge, storage: [UInt8](repeating: 0, count: 16)))
    var archive = oneTensor(tensor, storage: [UInt8](repeating: 0, count: 16)).archive
    archive.entries[2].method = 8
    #expect(
      throws: CheckpointError.malformedArchive(
        file: file, entry: "archive/data/0", fault: .compressed)
    ) { try PyTorchFile(archive.contents, of: file) }
  }

  @Test("damaged weights are found when they are read, a damaged pickle when the file is opened")
  func damage() throws {
    let tensor = PickledTensor(storageCount: 2, shape: [2], strides: [1])
    let contents = oneTensor(tensor, storage: [1, 2].storage).contents
    let weights = try #require(contents.firstRange(of: Data([1, 2].storage)))
    var damaged = contents
    damaged[weights.lowerBound] ^= 1
    let source = try PyTorchFile(damaged, of: file)
    let error = #expect(throws: CheckpointError.self) { try source.tensor(named: "w") }
    guard case .malformedArchive(file, "archive/data/0", .wrongChecksum) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    let name = try #require(contents.firstRange(of: Data("storage".utf8)))
    damaged = contents
    damaged[name.lowerBound] ^= 1
    #expect(throws: CheckpointError.self) { try PyTorchFile(damaged, of: file) }
  }

  @Test("a state_dict may not name a tensor twice")
  func duplicateName() {
    let tensor = Pickled.tensor(PickledTensor(storageCount: 1, shape: [], strides: []))
    expect(
      .duplicateName(file: file, got: "w"),
      from: PyTorchBytes(
        .stateDictionary([("w", tensor), ("w", tensor)]), storages: [[0, 0, 0, 0]]))
  }

  @Test("what holds no tensors by name says what it holds")
  func noTensors() {
    for (value, got) in [
      (.list([.integer(1)]), "a list"), (.none, "None"), (.dictionary([]), "a dictionary"),
      (
        .dictionary([(.text("epoch"), .integer(1)), (.integer(2), .none)]),
        "a dictionary without tensors ('epoch', a number)"
      ), (.module("__torch__.X", []), "a module"),
    ] as [(Pickled, String)] {
      expect(.noTensors(file: file, got: got), from: PyTorchBytes(value))
    }
    var bytes = PyTorchBytes(.none).archive
    bytes.entries.removeFirst()
    #expect(
      throws: CheckpointError.noTensors(
        file: file, got: "a zip archive of other things (2 entries, none NAME/data.pkl)")
    ) { try PyTorchFile(bytes.contents, of: file) }
    bytes = PyTorchBytes(.none).archive
    bytes.entries.append(.init(name: "other/data.pkl"))
    #expect(throws: CheckpointError.noTensors(file: file, got: "2 pickles")) {
      try PyTorchFile(bytes.contents, of: file)
    }
  }

  @Test("numbers of the other byte order are refused")
  func byteOrder() {
    var bytes = PyTorchBytes(.none)
    bytes.byteOrder = "big"
    expect(.foreignByteOrder(file: file, got: "big"), from: bytes)
  }

  @Test("modules that contain themselves or each other without end are refused")
  func moduleBombs() {
    // m.c = m
    let cycle =
      Pickled.global("__torch__.M")
      + [0x29, 0x81, 0x71, 0, 0x7D] + Pickled.text("c").operations + [0x68, 0, 0x73, 0x62]
    expect(
      .refusedPickle(
        file: file, entry: "archive/data.pkl", position: 0,
        fault: .exceedsLimit(of: "modules inside each other", expected: 100)),
      from: PyTorchBytes(.operations(cycle)))
    // Each module has the one before as ten children: 10^30 modules in thirty.
    var tower = Pickled.module("__torch__.M", []).operations
    for level in 1...30 as ClosedRange<UInt8> {
      let again = (1..<10).map { ("\($0)", Pickled.operations([0x68, level])) }
      let first = ("0", Pickled.operations(tower + [0x71, level]))
      tower = Pickled.module("__torch__.M", [first] + again).operations
    }
    expect(
      .refusedPickle(
        file: file, entry: "archive/data.pkl", position: 0,
        fault: .exceedsLimit(of: "modules and tensors", expected: 50_000)),
      from: PyTorchBytes(.operations(tower)))
  }

  @Test("many attributes of a module that is shared many times are refused")
  func sharedAttributes() {
    // 2^16 modules at the bottom of a tower of sixteen, each with the same 1,000 attributes.
    let nothing = (0..<1000).map { ("\($0)", Pickled.none) }
    var tower = Pickled.module("__torch__.M", nothing).operations
    for level in 1...16 as ClosedRange<UInt8> {
      tower =
        Pickled.module(
          "__torch__.M",
          [
            ("a", .operations(tower + [0x71, level])), ("b", .operations([0x68, level])),
          ]
        ).operations
    }
    expect(
      .refusedPickle(
        file: file, entry: "archive/data.pkl", position: 0,
        fault: .exceedsLimit(of: "attributes of modules", expected: 500_000)),
      from: PyTorchBytes(.operations(tower)))
  }
}
