import Checkpoints
import Foundation
import Tensors
import Testing

@Suite("PyTorchFile")
struct PyTorchFileTests {
  private let file = URL(filePath: "/some/model.pt")

  private func open(_ bytes: PyTorchBytes) throws -> PyTorchFile {
    try PyTorchFile(bytes.contents, of: file)
  }

  @Test("reads a state_dict: each floating-point format exactly, in the file's order")
  func stateDictionary() throws {
    let source = try open(
      PyTorchBytes(
        .stateDictionary([
          (
            "single",
            .tensor(PickledTensor(key: "0", storageCount: 2, shape: [2], strides: [1]))
          ),
          (
            "half",
            .tensor(
              PickledTensor(
                storageType: "HalfStorage", key: "1", storageCount: 3, shape: [3], strides: [1]))
          ),
          (
            "brain",
            .tensor(
              PickledTensor(
                storageType: "BFloat16Storage", key: "2", storageCount: 2, shape: [1, 2],
                strides: [2, 1]))
          ),
          (
            "count",
            .tensor(
              PickledTensor(
                storageType: "LongStorage", key: "3", storageCount: 1, shape: [], strides: []))
          ),
          ("number", .integer(3)),
        ]),
        storages: [
          [1, -0.1].storage, [0x00, 0xC0, 0x01, 0x00, 0xFF, 0x7B], [0x80, 0x3F, 0x49, 0xC0],
          little(Int64(-7)),
        ]))
    #expect(source.kind == .stateDictionary)
    #expect(source.tensorNames == ["single", "half", "brain", "count"])
    #expect(try source.tensor(named: "single") == Tensor(shape: [2], elements: [1, -0.1]))
    #expect(try source.tensor(named: "half").elements == [-2, 0x1p-24, 65504])
    #expect(try source.tensor(named: "brain") == Tensor(shape: [1, 2], elements: [1, -3.140_625]))
    #expect(try source.integers(named: "count") == [-7])
    #expect(
      source.descriptions["count"] == TensorDescription(dataType: .int64, shape: []))
    #expect(
      throws: CheckpointError.unsuitableDataType(
        file: file, tensor: "count", got: .int64, expected: [.float16, .bfloat16, .float32])
    ) { try source.tensor(named: "count") }
    #expect(
      throws: CheckpointError.unsuitableDataType(
        file: file, tensor: "half", got: .float16, expected: [.int32, .int64])
    ) { try source.integers(named: "half") }
    #expect(throws: CheckpointError.missingTensor(file: file, expected: "number")) {
      try source.tensor(named: "number")
    }
  }

  @Test("finds the state_dict of a training checkpoint beside the optimiser's state")
  func trainingCheckpoint() throws {
    let moments = Pickled.dictionary([
      (
        .integer(0),
        .dictionary([
          (.text("step"), .integer(300_000)),
          (
            .text("exp_avg"),
            .tensor(PickledTensor(key: "1", storageCount: 9, shape: [9], strides: [1]))
          ),
        ])
      )
    ])
    let groups = Pickled.list([
      .dictionary([
        (.text("lr"), .float(5e-4)), (.text("betas"), .tuple([.float(0.9), .float(0.98)])),
        (.text("amsgrad"), .boolean(false)), (.text("foreach"), .none),
        (.text("params"), .list([.integer(0), .integer(1 << 40)])),
      ])
    ])
    let weights = Pickled.stateDictionary([
      (
        "module.logit_scale",
        .tensor(PickledTensor(key: "0", storageCount: 1, shape: [], strides: []))
      )
    ])
    let source = try open(
      PyTorchBytes(
        .dictionary([
          (.text("epoch"), .integer(32)), (.text("name"), .text("ViT-B-32")),
          (
            .text("optimizer"),
            .dictionary([(.text("state"), moments), (.text("param_groups"), groups)])
          ),
          (.text("state_dict"), weights),
        ]),
        storages: [[2.5].storage]))
    #expect(source.tensorNames == ["module.logit_scale"])
    #expect(try source.tensor(named: "module.logit_scale").elements == [2.5])
  }

  @Test("flattens a TorchScript archive's modules into dotted names and keeps their classes")
  func torchScript() throws {
    let block = Pickled.module(
      "__torch__.clip.QuickGELU", [("training", .boolean(false)), ("_hook", .none)])
    let visual = Pickled.module(
      "__torch__.clip.___torch_mangle_3.VisionTransformer",
      [
        (
          "proj",
          .tensor(PickledTensor(key: "0", storageCount: 2, shape: [2, 1], strides: [1, 1]))
        ), ("0", block),
      ])
    let resolution = Pickled.tensor(
      PickledTensor(storageType: "LongStorage", key: "1", storageCount: 1, shape: [], strides: []))
    var bytes = PyTorchBytes(
      .module(
        "__torch__.clip.CLIP",
        [("input_resolution", resolution), ("visual", visual), ("training", .boolean(true))]),
      storages: [[3, 4].storage, little(Int64(224))])
    bytes.folder = "ViT-B-32"
    bytes.byteOrder = nil
    let source = try open(bytes)
    #expect(source.kind == .torchScript)
    #expect(source.tensorNames == ["input_resolution", "visual.proj"])
    #expect(try source.tensor(named: "visual.proj") == Tensor(shape: [2, 1], elements: [3, 4]))
    #expect(try source.integers(named: "input_resolution") == [224])
    #expect(
      source.moduleClasses == [
        "": "__torch__.clip.CLIP",
        "visual": "__torch__.clip.___torch_mangle_3.VisionTransformer",
        "visual.0": "__torch__.clip.QuickGELU",
      ])
  }

  @Test(
    "gathers tensors that do not lie in row-major order",
    arguments: [
      ([2, 3], [3, 1], 0, [0, 1, 2, 3, 4, 5]),
      ([3, 2], [1, 3], 0, [0, 3, 1, 4, 2, 5]),
      ([2, 2], [3, 1], 1, [1, 2, 4, 5]),
      ([3], [2], 1, [1, 3, 5]),
      ([2], [1], 10, [10, 11]),
      ([1, 2, 1], [.max, 1, .max], 4, [4, 5]),
      ([2, 1, 2], [6, .max, 2], 0, [0, 2, 6, 8]),
      ([], [], 11, [11]),
      ([0, 3], [3, 1], 12, []),
      // Channels last: [N, C, H, W] = [1, 2, 2, 3] stored as [N, H, W, C].
      ([1, 2, 2, 3], [12, 1, 6, 2], 0, [0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11]),
    ] as [([Int], [Int], Int, [Float])])
  func strides(shape: [Int], strides: [Int], offset: Int, expected: [Float]) throws {
    let source = try open(
      PyTorchBytes(
        .stateDictionary([
          (
            "w",
            .tensor(
              PickledTensor(storageCount: 12, offset: offset, shape: shape, strides: strides))
          )
        ]), storages: [(0..<12).map(Float.init).storage]))
    #expect(try source.tensor(named: "w") == Tensor(shape: shape, elements: expected))
  }
}
