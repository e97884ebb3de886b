import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing

@Suite("SafetensorsFile")
struct SafetensorsFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func open(_ bytes: SafetensorsBytes) throws -> SafetensorsFile {
    try SafetensorsFile(contentsOf: folder.write(bytes.contents, to: "model.safetensors"))
  }

  @Test("reads each floating-point format exactly")
  func floatingPointFormats() throws {
    let file = try open(
      SafetensorsBytes(
        header: """
          {"single":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},
          "half":{"dtype":"F16","shape":[3],"data_offsets":[8,14]},
          "brain":{"dtype":"BF16","shape":[1,2],"data_offsets":[14,18]}}
          """,
        data: [
          0x00, 0x00, 0x80, 0x3F, 0xCD, 0xCC, 0xCC, 0xBD,  // 1, −0.1
          0x00, 0xC0, 0x01, 0x00, 0xFF, 0x7B,  // −2, the smallest subnormal, the largest
          0x80, 0x3F, 0x49, 0xC0,  // 1, −3.140625
        ]))
    #expect(try file.tensor(named: "single") == Tensor(shape: [2], elements: [1, -0.1]))
    #expect(
      try file.tensor(named: "half") == Tensor(shape: [3], elements: [-2, 0x1p-24, 65504]))
    #expect(try file.tensor(named: "brain") == Tensor(shape: [1, 2], elements: [1, -3.140_625]))
  }

  @Test("reads numbers that lie at odd addresses")
  func unalignedNumbers() throws {
    let file = try open(
      SafetensorsBytes(
        header: """
          {"flag":{"dtype":"BOOL","shape":[1],"data_offsets":[0,1]},
          "half":{"dtype":"F16","shape":[],"data_offsets":[1,3]},
          "single":{"dtype":"F32","shape":[1],"data_offsets":[3,7]}}
          """,
        data: [1, 0x00, 0x3C, 0x00, 0x00, 0x20, 0xC1]))
    #expect(try file.tensor(named: "half") == Tensor(shape: [], elements: [1]))
    #expect(try file.tensor(named: "single") == Tensor(shape: [1], elements: [-10]))
    #expect(file.descriptions["flag"] == TensorDescription(dataType: .boolean, shape: [1]))
  }

  @Test("reads 32-bit and 64-bit integers")
  func integers() throws {
    let file = try open(
      SafetensorsBytes(
        header: """
          {"i":{"dtype":"I32","shape":[2],"data_offsets":[8,16]},
          "l":{"dtype":"I64","shape":[],"data_offsets":[0,8]}}
          """,
        data: [
          0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 7, 0, 0, 0, 0xFE, 0xFF, 0xFF, 0xFF,
        ]))
    #expect(try file.integers(named: "i") == [7, -2])
    #expect(try file.integers(named: "l") == [-1])
  }

  @Test("keeps the header's order and passes over metadata, escapes and padding")
  func headerDetails() throws {
    let file = try open(
      SafetensorsBytes(
        header: """
          { "__metadata__": {"format": "pt"}, "z": {"shape":[0, 4],"dtype":"F32","data_offsets":[2,2]},
          "a\\u00e9\\n\\ud83d\\ude00\\"": {"dtype":"F16","shape":[1],"data_offsets":[0,2]} }\u{20}\u{20}
          """,
        data: [0, 0]))
    #expect(file.tensorNames == ["z", "aé\n😀\""])
    #expect(try file.tensor(named: "z") == Tensor(shape: [0, 4], elements: []))
  }

  @Test("refuses to turn integers into weights and weights into integers")
  func unsuitableFormats() throws {
    let file = try open(
      SafetensorsBytes(
        header: """
          {"i":{"dtype":"I64","shape":[1],"data_offsets":[0,8]},
          "f":{"dtype":"F16","shape":[1],"data_offsets":[8,10]}}
          """,
        data: [UInt8](repeating: 0, count: 10)))
    #expect(
      throws: CheckpointError.unsuitableDataType(
        file: file.file, tensor: "i", got: .int64, expected: [.float16, .bfloat16, .float32])
    ) { try file.tensor(named: "i") }
    #expect(
      throws: CheckpointError.unsuitableDataType(
        file: file.file, tensor: "f", got: .float16, expected: [.int32, .int64])
    ) { try file.integers(named: "f") }
    #expect(throws: CheckpointError.missingTensor(file: file.file, expected: "g")) {
      try file.tensor(named: "g")
    }
  }

  @Test("counts the weights that are not numbers", arguments: [Float.nan, .infinity, -.infinity])
  func nonFiniteWeights(value: Float) throws {
    let url = folder.url.appending(path: "damaged.safetensors")
    try SafetensorsWriter.write(
      [
        ("sound", .float32(Tensor(shape: [2], elements: [.greatestFiniteMagnitude, -0.0]))),
        ("damaged", .float16(Tensor(shape: [2, 2], elements: [1, value, 65504, value]))),
      ], to: url)
    let file = try SafetensorsFile(contentsOf: url)
    #expect(try file.finiteTensor(named: "sound").count == 2)
    #expect(
      throws: CheckpointError.notFinite(file: url, tensor: "damaged", got: 2, outOf: 4)
    ) { try file.finiteTensor(named: "damaged") }
  }

  @Test("opens the reference checkpoint and finds its tensors", .requiresSharedData)
  func referenceCheckpoint() throws {
    let file = try SafetensorsFile(
      contentsOf: SharedData.url("golden/vit-tiny/model.safetensors"))
    #expect(file.tensorNames.first == "ln_final.bias")
    #expect(
      file.descriptions["token_embedding.weight"]
        == TensorDescription(dataType: .float16, shape: [49408, 64]))
    for name in file.tensorNames { #expect(try !file.finiteTensor(named: name).elements.isEmpty) }
  }
}
