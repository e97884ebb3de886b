import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing

/// Small sound files with a few random changes: whatever comes of it, it is a tensor or an error.
///
/// A crash or a hang would end the whole test run; the seed names the file.
@Suite("PyTorchFile, random damage")
struct PyTorchMutationTests {
  private let file = URL(filePath: "/some/damaged.pt")
  private static let filesPerSeed = 200

  private static let stateDictionary = PyTorchBytes(
    .dictionary([
      (.text("epoch"), .integer(70_000)),
      (
        .text("state_dict"),
        .stateDictionary([
          (
            "w",
            .tensor(PickledTensor(storageCount: 12, offset: 1, shape: [2, 3], strides: [1, 2]))
          ),
          (
            "h",
            .tensor(
              PickledTensor(
                storageType: "HalfStorage", key: "1", storageCount: 4, shape: [4], strides: [1]))
          ),
        ])
      ),
    ]), storages: [(0..<12).map(Float.init).storage, [UInt8](0..<8)])

  private static let torchScript = PyTorchBytes(
    .module(
      "__torch__.M",
      [
        ("w", .tensor(PickledTensor(storageCount: 4, shape: [2, 2], strides: [2, 1]))),
        ("child", .module("__torch__.N", [("list", .list([.float(1), .none, .tuple([])]))])),
      ]), storages: [(0..<4).map(Float.init).storage])

  /// Opens a file and reads all it can.
  ///
  /// - Returns: Whether it was a file that could be opened.
  private func read(_ contents: Data, seed: UInt64) throws -> Bool {
    do {
      let source = try PyTorchFile(contents, of: file)
      for (name, description) in source.descriptions {
        let count = description.shape.reduce(1, *)
        #expect(count * description.dataType.byteCount <= contents.count, "seed \(seed)")
        if let tensor = try? source.tensor(named: name) { #expect(tensor.count == count) }
        if let values = try? source.integers(named: name) { #expect(values.count == count) }
      }
      return true
    } catch {
      #expect(!"\(error)".isEmpty, "seed \(seed)")
      return false
    }
  }

  private func damage(_ bytes: inout [UInt8], with random: inout SplitMix64) {
    for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0..<3: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 3: bytes[place] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
      case 4: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 5: bytes.remove(at: place)
      case 6:
        let end = min(bytes.count, place + Int.random(in: 1...24, using: &random))
        let target = Int.random(in: bytes.indices, using: &random)
        bytes.insert(contentsOf: Array(bytes[place..<end]), at: target)
      default:
        if Int.random(in: 0..<10, using: &random) == 0 { bytes.removeSubrange(place...) }
      }
    }
  }

  @Test("an archive with random damage opens or throws", arguments: 0..<16 as Range<UInt64>)
  func damagedArchive(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let base = (seed.isMultiple(of: 2) ? Self.stateDictionary : Self.torchScript).contents
    #expect(try read(base, seed: seed))
    var opened = 0
    for _ in 0..<Self.filesPerSeed {
      var bytes = Array(base)
      damage(&bytes, with: &random)
      opened += try read(Data(bytes), seed: seed) ? 1 : 0
    }
    // Damage to weights is found when they are read, so some archives open.
    #expect((1..<Self.filesPerSeed).contains(opened), "seed \(seed): \(opened) opened")
  }

  @Test(
    "a pickle with random damage, in a sound archive, opens or throws",
    arguments: 0..<16 as Range<UInt64>)
  func damagedPickle(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let base = seed.isMultiple(of: 2) ? Self.stateDictionary : Self.torchScript
    var opened = 0
    for _ in 0..<Self.filesPerSeed {
      var bytes = base
      damage(&bytes.pickle, with: &random)
      opened += try read(bytes.contents, seed: seed) ? 1 : 0
    }
    #expect((1..<Self.filesPerSeed).contains(opened), "seed \(seed): \(opened) opened")
  }
}
