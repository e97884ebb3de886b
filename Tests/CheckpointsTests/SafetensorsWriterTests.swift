import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing

@Suite("SafetensorsWriter")
struct SafetensorsWriterTests {
  private let folder: TemporaryFolder
  private let file: URL

  init() throws {
    folder = try TemporaryFolder()
    file = folder.url.appending(path: "out.safetensors")
  }

  @Test("what is written is read back, in the order given")
  func roundTrip() throws {
    var random = SplitMix64(seed: 7)
    let weights = Tensor(shape: [3, 5], elements: random.floats(15))
    let name = "quoted \"\\\u{1}\n 😀"
    try SafetensorsWriter.write(
      [
        ("z", .float32(weights)), ("half", .float16(Tensor(shape: [2], elements: [0.1, -65504]))),
        (name, .int32(shape: [1, 2], values: [-1, 1 << 30])),
        ("wide", .int64(shape: [], values: [.min])),
      ], to: file)
    let read = try SafetensorsFile(contentsOf: file)
    #expect(read.tensorNames == ["z", "half", name, "wide"])
    #expect(try read.tensor(named: "z") == weights)
    #expect(
      try read.tensor(named: "half").elements == [Float(Float16(0.1)), -65504])
    #expect(try read.integers(named: name) == [-1, 1 << 30])
    #expect(read.descriptions[name]?.shape == [1, 2])
    #expect(try read.integers(named: "wide") == [Int(Int64.min)])
  }

  @Test(
    "the header is JSON that others read, and the data begins at a multiple of eight bytes",
    arguments: 1...9)
  func alignment(nameLength: Int) throws {
    let name = String(repeating: "n", count: nameLength)
    try SafetensorsWriter.write([(name, .int32(shape: [1], values: [3]))], to: file)
    let contents = try Data(contentsOf: file)
    let length = Int(contents[0]) | Int(contents[1]) << 8
    #expect(length % 8 == 0)
    #expect(contents.count == 8 + length + 4)
    let header = try JSONSerialization.jsonObject(with: contents[8..<(8 + length)])
    let entry = try #require((header as? [String: [String: Any]])?[name])
    #expect(entry["data_offsets"] as? [Int] == [0, 4])
  }

  @Test("writing replaces what was there and leaves nothing else behind")
  func replaces() throws {
    try folder.write("old", to: "out.safetensors")
    try SafetensorsWriter.write([], to: file)
    #expect(try SafetensorsFile(contentsOf: file).tensorNames.isEmpty)
    #expect(folder.contents == ["out.safetensors"])
  }

  @Test("a place that cannot be written is an error that leaves nothing behind")
  func unwritable() throws {
    let occupied = folder.url.appending(path: "occupied", directoryHint: .isDirectory)
    try folder.write("kept", to: "occupied/file")
    let absent = folder.url.appending(path: "absent/out.safetensors")
    for (place, expected) in [(occupied, "Is a directory"), (absent, "No such file")] {
      let error = #expect(throws: CheckpointError.self) {
        try SafetensorsWriter.write([("a", .int32(shape: [1], values: [3]))], to: place)
      }
      guard case .unwritable(place, let reason) = error else {
        Issue.record("got \(String(describing: error))")
        continue
      }
      #expect(reason.contains(expected), "\(reason)")
    }
    #expect(folder.contents == ["occupied", "occupied/file"])
  }
}
