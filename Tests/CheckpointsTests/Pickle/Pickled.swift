import Foundation

/// A value as a pickle of protocol 2 holds it, written the plainest way.
indirect enum Pickled {
  case none
  case boolean(Bool)
  case integer(Int)
  case float(Double)
  case text(String)
  case tuple([Pickled])
  case list([Pickled])
  case dictionary([(Pickled, Pickled)])

  /// A state_dict as PyTorch makes it, with layer versions as its attribute.
  case stateDictionary([(String, Pickled)])
  case tensor(PickledTensor)
  case module(String, [(String, Pickled)])

  /// Operations, whatever they do.
  case operations([UInt8])

  /// The operations that push the value.
  var operations: [UInt8] {
    switch self {
    case .none: [UInt8(ascii: "N")]
    case .boolean(let value): [value ? 0x88 : 0x89]
    case .integer(let value):
      if let byte = UInt8(exactly: value) {
        [UInt8(ascii: "K"), byte]
      } else if let short = UInt16(exactly: value) {
        [UInt8(ascii: "M")] + little(short)
      } else if let word = Int32(exactly: value) {
        [UInt8(ascii: "J")] + little(word)
      } else {
        [0x8A, 8] + little(Int64(value))
      }
    case .float(let value): [UInt8(ascii: "G")] + little(value.bitPattern).reversed()
    case .text(let text): [UInt8(ascii: "X")] + little(UInt32(text.utf8.count)) + Array(text.utf8)
    case .tuple(let parts): Self.code("(") + parts.flatMap(\.operations) + Self.code("t")
    case .list(let parts): Self.code("](") + parts.flatMap(\.operations) + Self.code("e")
    case .dictionary(let pairs):
      Self.code("}(") + pairs.flatMap { $0.operations + $1.operations } + Self.code("u")
    case .stateDictionary(let pairs):
      Array(
        [
          Self.global("collections.OrderedDict"), Self.code(")R("),
          pairs.flatMap { Pickled.text($0).operations + $1.operations }, Self.code("u}"),
          Pickled.text("_metadata").operations, Self.code("}sb"),
        ].joined())
    case .tensor(let tensor): tensor.operations
    case .module(let name, let attributes):
      Array(
        [
          Self.global(name), Self.code(")"), [0x81],
          Pickled.dictionary(attributes.map { (.text($0), $1) }).operations, Self.code("b"),
        ].joined())
    case .operations(let operations): operations
    }
  }

  /// A whole pickle that holds the value.
  var pickle: [UInt8] { [0x80, 2] + operations + Self.code(".") }

  /// Operations by their letters.
  static func code(_ letters: String) -> [UInt8] { Array(letters.utf8) }

  /// The operation that names something outside the file.
  static func global(_ name: String) -> [UInt8] {
    let parts = name.split(separator: ".")
    return Array("c\(parts.dropLast().joined(separator: "."))\n\(parts.last ?? "")\n".utf8)
  }
}

/// A tensor as a pickle describes it.
struct PickledTensor {
  var storageType = "FloatStorage"
  var key = "0"
  var storageCount: Int
  var offset = 0
  var shape: [Int]
  var strides: [Int]

  /// What stands behind the six usual arguments.
  var metadata: [Pickled] = []

  fileprivate var operations: [UInt8] {
    let storage = Pickled.tuple([
      .text("storage"), .operations(Pickled.global("torch.\(storageType)")), .text(key),
      .text("cpu"), .integer(storageCount),
    ])
    let hooks = Pickled.global("collections.OrderedDict") + Pickled.code(")R")
    let arguments: [Pickled] = [
      .operations(storage.operations + Pickled.code("Q")), .integer(offset),
      .tuple(shape.map(Pickled.integer)), .tuple(strides.map(Pickled.integer)), .boolean(false),
      .operations(hooks),
    ]
    return Pickled.global("torch._utils._rebuild_tensor_v2")
      + Pickled.tuple(arguments + metadata).operations + Pickled.code("R")
  }
}
