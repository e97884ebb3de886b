import Checkpoints
import Foundation
import Testing

@Suite("PickleMachine")
struct PickleMachineTests {
  private func read(_ operations: [UInt8]) throws -> PickleDocument {
    try PickleMachine.document(
      from: Data([0x80, 2] + operations + [0x2E]), of: "x/data.pkl", in: URL(filePath: "/x.pt"))
  }

  @Test(
    "reads numbers, truth values and None",
    arguments: [
      ([0x4E], .none), ([0x88], .boolean(true)), ([0x89], .boolean(false)),
      ([0x4B, 255], .integer(255)), ([0x4D, 1, 2], .integer(513)),
      ([0x4A, 0xFB, 0xFF, 0xFF, 0xFF], .integer(-5)), ([0x8A, 0], .integer(0)),
      ([0x8A, 1, 0x80], .integer(-128)), ([0x8A, 2, 0x80, 0], .integer(128)),
      ([0x8A, 8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], .integer(.max)),
      ([0x47, 0xBF, 0xF8, 0, 0, 0, 0, 0, 0], .float(-1.5)),
      ([0x58, 3, 0, 0, 0, 0xC3, 0xA9, 0x21], .string("é!")),
    ] as [([UInt8], PickleValue)])
  func scalars(operations: [UInt8], expected: PickleValue) throws {
    #expect(try read(operations).root == expected)
  }

  @Test("reads containers, and tuples of one, two and three")
  func containers() throws {
    let document = try read(
      Pickled.tuple([
        .list([.integer(1), .list([])]),
        .dictionary([(.text("a"), .tuple([])), (.integer(2), .none)]),
        .operations([0x4B, 1, 0x85]), .operations([0x4B, 1, 0x4B, 2, 0x86]),
        .operations([0x4B, 1, 0x4B, 2, 0x4B, 3, 0x87]),
      ]).operations)
    let parts = try #require(document.children(document.root, of: .tuple))
    #expect(parts.count == 5)
    let list = try #require(document.children(parts[0], of: .list))
    #expect(list[0] == .integer(1))
    #expect(document.children(list[1], of: .list) == [])
    let entries = try #require(document.entries(of: parts[1]))
    #expect(entries.map(\.key) == [.string("a"), .integer(2)])
    #expect(document.children(entries[0].value, of: .tuple) == [])
    for (part, count) in zip(parts[2...], 1...) {
      #expect(document.children(part, of: .tuple) == (1...count).map(PickleValue.integer))
    }
  }

  @Test("a remembered list is the same list, also after it has grown")
  func memo() throws {
    // l = []; remember l as 0 and 70000; (l, l, l); l.append(5)
    let document = try read(
      [0x5D, 0x71, 0, 0x72, 0x70, 0x11, 1, 0, 0x68, 0, 0x6A, 0x70, 0x11, 1, 0, 0x87]
        + [0x68, 0, 0x4B, 5, 0x61, 0x86])
    let pair = try #require(document.children(document.root, of: .tuple))
    let triple = try #require(document.children(pair[0], of: .tuple))
    for list in triple + [pair[1]] {
      #expect(document.children(list, of: .list) == [.integer(5)])
    }
  }

  @Test("reads a tensor's place without reading its values")
  func tensor() throws {
    let document = try read(
      Pickled.tensor(
        PickledTensor(
          storageType: "BFloat16Storage", key: "12", storageCount: 90, offset: 7, shape: [2, 3],
          strides: [1, 2], metadata: [.dictionary([])])
      ).operations)
    #expect(document.root == .tensor(0))
    #expect(
      document.storages.map(\.dataType) == [.bfloat16] && document.storages[0].key == "12"
        && document.storages[0].elementCount == 90)
    let tensor = try #require(document.tensors.first)
    #expect(tensor.offset == 7 && tensor.shape == [2, 3] && tensor.strides == [1, 2])
  }

  @Test("a parameter is its tensor, a tagged value the value, a typed list the list")
  func helpers() throws {
    let tensor = Pickled.tensor(PickledTensor(storageCount: 1, shape: [], strides: []))
    let parameter = try read(
      Pickled.global("torch._utils._rebuild_parameter")
        + Pickled.tuple([tensor, .boolean(true), .stateDictionary([])]).operations + [0x52])
    #expect(parameter.root == .tensor(0))
    let tagged = try read(
      Pickled.global("torch.jit._pickle.restore_type_tag")
        + Pickled.tuple([.integer(3), .text("int")]).operations + [0x52])
    #expect(tagged.root == .integer(3))
    let list = try read(
      Pickled.global("torch.jit._pickle.build_intlist")
        + Pickled.tuple([.list([.integer(3)])]).operations + [0x52])
    #expect(list.children(list.root, of: .list) == [.integer(3)])
  }

  @Test("a TorchScript class is a mark on a dictionary of attributes")
  func module() throws {
    let document = try read(
      Pickled.module("__torch__.clip.CLIP", [("training", .boolean(false))]).operations)
    let module = try #require(document.node(document.root))
    #expect(module.kind == .module(className: "__torch__.clip.CLIP"))
    let entries = try #require(document.entries(of: module.children[0]))
    #expect(entries.map(\.key) == [.string("training")])
    #expect(entries.map(\.value) == [.boolean(false)])
  }
}
