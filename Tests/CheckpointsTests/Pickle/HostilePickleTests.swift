import Checkpoints
import Foundation
import TestSupport
import Testing

/// Pickles that ask for what is never done, or break the format, each in one way.
@Suite("PickleMachine, hostile input")
struct HostilePickleTests {
  private let file = URL(filePath: "/some/hostile.pt")

  @discardableResult
  private func expect(
    _ fault: PickleFault, at position: Int, from operations: [UInt8],
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> String {
    let expected = CheckpointError.refusedPickle(
      file: file, entry: "x/data.pkl", position: position, fault: fault)
    #expect(throws: expected, sourceLocation: sourceLocation) {
      try PickleMachine.document(
        from: Data([0x80, 2] + operations + [0x2E]), of: "x/data.pkl", in: file)
    }
    return "\(expected)"
  }

  @Test("a pickle that calls os.system is refused by its name, and nothing is run")
  func system() throws {
    let folder = try TemporaryFolder()
    let trace = folder.url.appending(path: "trace").path(percentEncoded: false)
    let message = expect(
      .refusedGlobal("posix.system"), at: 2,
      from: Pickled.global("posix.system") + Pickled.tuple([.text("touch \(trace)")]).operations
        + [0x52])
    #expect(
      message.hasPrefix("/some/hostile.pt: 'x/data.pkl', byte 2: asks for 'posix.system'"),
      "\(message)")
    #expect(folder.contents.isEmpty)
  }

  @Test(
    "no name outside the list is let through, however near it is",
    arguments: [
      "os.system", "nt.system", "builtins.eval", "__builtin__.exec", "subprocess.Popen",
      "torch.load", "torch.hub.load", "torch._utils._rebuild_tensor", "torch.FloatStorage.load",
      "collections.OrderedDict.fromkeys", "collections.defaultdict", "__torch__X.Y", "torch.Size",
      "numpy.core.multiarray._reconstruct", "torch._utils.\u{1B}[2J",
    ])
  func otherNames(name: String) {
    let message = expect(.refusedGlobal(name), at: 2, from: Pickled.global(name))
    #expect(!message.unicodeScalars.contains("\u{1B}"), "\(message)")
  }

  @Test("every operation outside the list is refused by its name")
  func otherOperations() {
    let allowed: Set<UInt8> = Set(
      Array("().GJKMNQRX]abcehjqrstu}".utf8) + [0x81, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A])
    let named: [UInt8: String] = [
      0x69: "INST", 0x6F: "OBJ", 0x93: "STACK_GLOBAL", 0x82: "EXT1", 0x92: "NEWOBJ_EX",
      0x50: "PERSID", 0x80: "PROTO", 0x30: "POP", 0x32: "DUP", 0x97: "NEXT_BUFFER",
    ]
    for code in UInt8.min...UInt8.max where !allowed.contains(code) {
      let bytes = Data([0x80, 2, code] + Array("posix\nsystem\n".utf8))
      let error = #expect(throws: CheckpointError.self, "operation \(code)") {
        try PickleMachine.document(from: bytes, of: "x", in: file)
      }
      guard case .refusedPickle(_, _, 2, .refusedOpcode(code, let name)) = error else {
        Issue.record("operation \(code): got \(String(describing: error))")
        continue
      }
      if let expected = named[code] { #expect(name == expected) }
    }
  }

  @Test("allowed names take only what they are for")
  func otherArguments() {
    let dictionary = Pickled.global("collections.OrderedDict")
    let wrapped = Pickled.tuple([.list([.tuple([.text("a"), .integer(1)])])])
    expect(
      .refusedCall(of: "collections.OrderedDict", got: "a list", expected: "nothing"),
      at: 2 + dictionary.count + wrapped.operations.count,
      from: dictionary + wrapped.operations + [0x52])
    let name = "__torch__.os.system"
    expect(
      .refusedCall(of: name, got: "nothing", expected: "that it is not called"),
      at: 2 + Pickled.global(name).count + 1, from: Pickled.global(name) + [0x29, 0x52])
    expect(
      .wrongOperand(
        of: "NEWOBJ", got: "'collections.OrderedDict' and a tuple",
        expected: "a TorchScript class and ()"),
      at: 2 + dictionary.count + 1, from: dictionary + [0x29, 0x81])
    expect(
      .wrongOperand(
        of: "BUILD", got: "'collections.OrderedDict' and a dictionary",
        expected: "a module and a dictionary"),
      at: 2 + dictionary.count + 1, from: dictionary + [0x7D, 0x62])
    expect(
      .wrongOperand(of: "REDUCE", got: "a string and a tuple", expected: "a name and a tuple"),
      at: 2 + 6 + 1, from: Pickled.text("a").operations + [0x29, 0x52])
    expect(
      .wrongOperand(
        of: "BINPERSID", got: "a string", expected: "('storage', type, key, location, count)"),
      at: 2 + 6, from: Pickled.text("a").operations + [0x51])
  }

  @Test("a tensor whose values are to be changed on loading is refused")
  func metadata() {
    let tensor = Pickled.tensor(
      PickledTensor(
        storageCount: 1, shape: [], strides: [],
        metadata: [.dictionary([(.text("neg"), .boolean(true))])])
    ).operations
    expect(
      .refusedCall(
        of: "torch._utils._rebuild_tensor_v2",
        got: "a storage, a number, a tuple, a tuple, a truth value, a dictionary, a dictionary",
        expected:
          "a storage, an offset, a shape, strides, a truth value, a dictionary, no metadata"),
      at: 2 + tensor.count - 1, from: tensor)
  }

  @Test("deep nesting is refused, and costs no stack", arguments: [0x5D, 0x29, 0x7D] as [UInt8])
  func deepNesting(innermost: UInt8) {
    let depth = 100_000
    let (opening, closing): ([UInt8], [UInt8]) =
      switch innermost {
      case 0x5D: ([0x5D], [0x61])  // l.append(…)
      case 0x29: ([], [0x85])  // (…,)
      default: ([0x7D, 0x4E], [0x73])  // d[None] = …
      }
    var operations = [UInt8](repeatElement(opening, count: depth).joined())
    operations.append(innermost)
    let first = operations.count
    operations += repeatElement(closing, count: depth - 1).joined()
    expect(
      .exceedsLimit(of: "containers inside each other", expected: 100), at: 2 + first + 99,
      from: operations)
  }

  @Test("a list that contains itself is read and let go of")
  func cycle() throws {
    let document = try PickleMachine.document(
      from: Data([0x80, 2, 0x5D, 0x71, 0, 0x68, 0, 0x61, 0x2E]), of: "x", in: file)
    #expect(document.children(document.root, of: .list) == [document.root])
  }

  @Test("remembered values cannot be piled up without end")
  func memoBomb() {
    // Each list holds the one before ten times: 10^90 elements, in ninety lists.
    var operations: [UInt8] = [0x5D, 0x71, 0]
    for level in 1...90 as ClosedRange<UInt8> {
      operations += [0x5D, 0x71, level, 0x28]
      for _ in 0..<10 { operations += [0x68, level - 1] }
      operations += [0x65]
    }
    #expect(throws: Never.self) {
      let document = try PickleMachine.document(
        from: Data([0x80, 2, 0x28] + operations + [0x74, 0x2E]), of: "x", in: file)
      #expect(document.nodes.count == 92)
    }
    let limit = 300_000
    expect(
      .exceedsLimit(of: "operations", expected: limit), at: 2 + 3 + 2 * (limit - 2),
      from: [0x5D, 0x71, 0] + [UInt8](repeatElement([0x68, 0], count: limit).joined()))
    // A shape of many axes, handed to many tensors.
    let shape = Pickled.tuple((0..<9).map(Pickled.integer))
    let tensor = Pickled.tensor(
      PickledTensor(storageCount: 1, shape: [Int](0..<9), strides: [Int](0..<9))
    ).operations
    #expect(shape.operations.count < tensor.count)
    expect(
      .exceedsLimit(of: "axes in a tensor", expected: 8), at: 2 + tensor.count - 1, from: tensor)
  }

  @Test("a place in memory of four billion costs no more than any other")
  func largeMemoIndex() throws {
    let document = try PickleMachine.document(
      from: Data([0x80, 2, 0x4E, 0x72, 255, 255, 255, 255, 0x2E]), of: "x", in: file)
    #expect(document.root == .none)
    expect(.missingMemo(got: 7), at: 2, from: [0x68, 7])
  }

  @Test("a pickle that is too long is refused before it is read")
  func tooLong() {
    #expect(
      throws: CheckpointError.refusedPickle(
        file: file, entry: "x", position: 16 << 20,
        fault: .exceedsLimit(of: "bytes", expected: 16 << 20))
    ) { try PickleMachine.document(from: Data(count: 16 << 20 + 1), of: "x", in: file) }
  }

  @Test("lengths beyond the pickle, numbers beyond 64 bits and broken texts are refused")
  func arguments() {
    expect(.endsEarly, at: 2, from: [0x58, 255, 255, 255, 255, 0x61])
    expect(.endsEarly, at: 2, from: Array("cposix".utf8))
    expect(.endsEarly, at: 2, from: [0x8A, 200])
    expect(.numberTooLarge(byteCount: 9), at: 2, from: [0x8A, 9] + [UInt8](repeating: 1, count: 9))
    expect(.malformedText, at: 2, from: [0x58, 1, 0, 0, 0, 0xFF])
    expect(.malformedText, at: 2, from: [0x63, 0xFF, 0x0A, 0x0A])
    expect(
      .exceedsLimit(of: "characters in a name", expected: 1000), at: 2,
      from: [0x63] + [UInt8](repeating: 0x61, count: 2000))
  }

  @Test("operations without operands are refused")
  func operands() {
    for code in Array("QRabeqstu".utf8) + [0x81, 0x85, 0x86, 0x87] {
      let operations: [UInt8] = [code, 0]
      let error = #expect(throws: CheckpointError.self, "operation \(code)") {
        try PickleMachine.document(from: Data([0x80, 2] + operations), of: "x", in: file)
      }
      guard case .refusedPickle(_, _, 2, .wrongOperand) = error else {
        Issue.record("operation \(code): got \(String(describing: error))")
        continue
      }
    }
    expect(
      .wrongOperand(of: "SETITEMS", got: "a key without a value", expected: "pairs"), at: 5,
      from: [0x7D, 0x28, 0x4E, 0x75])
    expect(
      .wrongOperand(of: "APPEND", got: "a tuple", expected: "a list"), at: 4,
      from: [0x29, 0x4E, 0x61])
    // A mark fences off what lies below it.
    expect(
      .wrongOperand(of: "TUPLE1", got: "0 values", expected: "1"), at: 4, from: [0x4E, 0x28, 0x85])
    expect(.wrongOperand(of: "STOP", got: "2 values", expected: "one"), at: 4, from: [0x4E, 0x4E])
    expect(
      .wrongOperand(of: "STOP", got: "an empty stack", expected: "a value"), at: 4,
      from: [0x4E, 0x28])
  }

  @Test("what does not begin with protocol 2 or end with its stop is no pickle of PyTorch's")
  func frame() {
    for (bytes, fault, position) in [
      ([], PickleFault.unsupportedProtocol(got: nil), 0),
      ([0x4E, 0x2E], .unsupportedProtocol(got: nil), 0),
      ([0x80, 4, 0x4E, 0x2E], .unsupportedProtocol(got: 4), 0),
      ([0x80, 2, 0x4E], .endsEarly, 3),
      ([0x80, 2, 0x4E, 0x2E, 1, 2], .trailingBytes(count: 2), 3),
    ] as [([UInt8], PickleFault, Int)] {
      #expect(
        throws: CheckpointError.refusedPickle(
          file: file, entry: "x", position: position, fault: fault)
      ) { try PickleMachine.document(from: Data(bytes), of: "x", in: file) }
    }
  }
}
