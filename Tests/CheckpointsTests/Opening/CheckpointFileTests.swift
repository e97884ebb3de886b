import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing

@Suite("CheckpointFile")
struct CheckpointFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func writeSafetensors(_ name: String, holding tensors: [String: Float]) throws {
    try folder.write("", to: name)
    try SafetensorsWriter.write(
      tensors.sorted { $0.key < $1.key }
        .map { ($0.key, .float32(Tensor(shape: [1], elements: [$0.value]))) },
      to: folder.url.appending(path: name))
  }

  private func writePyTorch(_ name: String, holding value: Float) throws {
    let tensor = PickledTensor(storageCount: 1, shape: [1], strides: [1])
    try folder.write(
      PyTorchBytes(.stateDictionary([("w", .tensor(tensor))]), storages: [[value].storage])
        .contents,
      to: name)
  }

  @Test("the content tells the format, whatever the file is called")
  func misnamedFiles() throws {
    try writeSafetensors("weights.pt", holding: ["w": 1])
    try writePyTorch("weights.safetensors", holding: 2)
    let first = try CheckpointFile.open(folder.url.appending(path: "weights.pt"))
    #expect(first is SafetensorsFile)
    #expect(try first.tensor(named: "w").elements == [1])
    let second = try CheckpointFile.open(folder.url.appending(path: "weights.safetensors"))
    #expect(second is PyTorchFile)
    #expect(try second.tensor(named: "w").elements == [2])
  }

  @Test("a folder's checkpoint is found by the names in use, safetensors first")
  func folders() throws {
    let places = [
      "open_clip_pytorch_model.bin", "pytorch_model.bin", "open_clip_model.safetensors",
      "model.safetensors",
    ]
    for (index, place) in places.enumerated() {
      if place.hasSuffix(".bin") {
        try writePyTorch("hub/\(place)", holding: Float(index))
      } else {
        try writeSafetensors("hub/\(place)", holding: ["w": Float(index)])
      }
      let source = try CheckpointFile.open(folder.url.appending(path: "hub"))
      #expect(source.file.lastPathComponent == place)
      #expect(try source.tensor(named: "w").elements == [Float(index)])
    }
    try folder.write("{}", to: "other/config.json")
    let other = folder.url.appending(path: "other")
    #expect(
      throws: CheckpointError.noCheckpoint(folder: other, expected: CheckpointFolder.names)
    ) { try CheckpointFile.open(other) }
  }

  @Test("a sharded checkpoint is one checkpoint, by its list or by its folder")
  func shards() throws {
    try writeSafetensors("hub/model-00001-of-00002.safetensors", holding: ["a": 1, "b": 2])
    try writeSafetensors("hub/model-00002-of-00002.safetensors", holding: ["c": 3])
    let index = try folder.write(
      """
      {"metadata": {"total_size": 12}, "weight_map": {"a": "model-00001-of-00002.safetensors",
      "b": "model-00001-of-00002.safetensors", "c": "model-00002-of-00002.safetensors"}}
      """, to: "hub/model.safetensors.index.json")
    for place in [index, folder.url.appending(path: "hub")] {
      let source = try CheckpointFile.open(place)
      #expect(source.descriptions.keys.sorted() == ["a", "b", "c"])
      #expect(try ["a", "b", "c"].flatMap { try source.tensor(named: $0).elements } == [1, 2, 3])
      #expect(throws: CheckpointError.missingTensor(file: source.file, expected: "d")) {
        try source.tensor(named: "d")
      }
    }
  }

  @Test(
    "a list of shards may name only files beside it, and none twice removed",
    arguments: ["../secret", "/etc/passwd", "a/b", "..", ".", "", "index.json", "absent"])
  func hostileList(name: String) throws {
    try writeSafetensors("secret", holding: ["a": 1])
    let index = try folder.write(
      #"{"weight_map": {"a": "\#(name)"}}"#, to: "hub/index.json")
    let error = #expect(throws: CheckpointError.self) { try CheckpointFile.open(index) }
    switch error {
    case .malformedIndex(index, _): #expect(name != "absent")
    case .unreadable(let file, _): #expect(name == "absent" && file.lastPathComponent == name)
    default: Issue.record("got \(String(describing: error))")
    }
  }

  @Test("a list that promises what its files do not hold is refused")
  func brokenPromise() throws {
    try writeSafetensors("hub/shard", holding: ["a": 1])
    let index = try folder.write(#"{"weight_map": {"b": "shard"}}"#, to: "hub/index.json")
    let shard = folder.url.appending(path: "hub/shard")
    #expect(throws: CheckpointError.missingTensor(file: shard, expected: "b")) {
      try CheckpointFile.open(index)
    }
    for text in ["{}", "{\"weight_map\": {}}", "{\"weight_map\": {\"a\": 1}}", "{"] {
      let broken = try folder.write(text, to: "hub/broken.json")
      let error = #expect(throws: CheckpointError.self) { try CheckpointFile.open(broken) }
      guard case .malformedIndex(broken, _) = error else {
        Issue.record("\(text): got \(String(describing: error))")
        continue
      }
    }
  }

  @Test(
    "formats that are known and not read are named, with what to do",
    arguments: zip(
      [
        [0x80, 2, 0x8A, 10, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19, 0x2E],
        [UInt8](repeating: 0x61, count: 257) + Array("ustar\0".utf8),
        Array("version https://git-lfs.github.com/spec/v1\noid sha256:0".utf8),
        Array("\n<!DOCTYPE html><html></html>".utf8),
      ], ForeignFormat.allCases))
  func foreignFormats(contents: [UInt8], format: ForeignFormat) throws {
    let file = try folder.write(Data(contents), to: "model.pt")
    let error = #expect(throws: CheckpointError.foreignFormat(file: file, got: format)) {
      try CheckpointFile.open(file)
    }
    let hints = ["torch.save(torch.load(", "torch.save(torch.load(", "git lfs pull", "download"]
    let hint = zip(ForeignFormat.allCases, hints).first { $0.0 == format }?.1 ?? "?"
    #expect("\(error.map { "\($0)" } ?? "")".contains(hint))
  }

  @Test("anything else is named by its first bytes")
  func unknownFormats() throws {
    for (contents, got) in [
      (Data(), "nothing: it is empty"),
      (
        Data([0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A, 0]),
        "the bytes 89 48 44 46 0d 0a 1a 0a"
      ),
    ] {
      let file = try folder.write(contents, to: "model.pt")
      #expect(throws: CheckpointError.unknownFormat(file: file, got: got)) {
        try CheckpointFile.open(file)
      }
    }
    let absent = folder.url.appending(path: "absent")
    let error = #expect(throws: CheckpointError.self) { try CheckpointFile.open(absent) }
    guard case .unreadable(absent, _) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
  }
}
