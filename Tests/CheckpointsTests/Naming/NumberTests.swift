import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing

@Suite("Whole numbers beside weights")
struct NumberTests {
  @Test("are read through a list of files and by other names; weights are not numbers")
  func throughViews() throws {
    let folder = try TemporaryFolder()
    let block = "module.text_model.encoder.layers.0.self_attn"
    let weights = Tensor(shape: [2], elements: [1, 2])
    try folder.write("", to: "a.safetensors")
    try SafetensorsWriter.write(
      [("module.vision_model.embeddings.count", .int64(shape: [], values: [49_408]))]
        + ["q", "k", "v"].map { ("\(block).\($0)_proj.bias", .float32(weights)) },
      to: folder.url.appending(path: "a.safetensors"))
    let names = ["q", "k", "v"].map { "\"\(block).\($0)_proj.bias\": \"a.safetensors\"" }
    let index = try folder.write(
      """
      {"weight_map": {"module.vision_model.embeddings.count": "a.safetensors",
      \(names.joined(separator: ", "))}}
      """, to: "model.safetensors.index.json")
    let sharded = try CheckpointFile.open(index)
    #expect(try sharded.integers(named: "module.vision_model.embeddings.count") == [49_408])
    #expect(sharded.original is ShardedCheckpoint)

    let renamed = try sharded.byOpenAINames()
    #expect(renamed.original is ShardedCheckpoint)
    #expect(renamed.original.namingScheme == .huggingFace)
    // A name that no scheme knows stays, without what stood in front of all names.
    #expect(try renamed.integers(named: "vision_model.embeddings.count") == [49_408])
    let joined = "transformer.resblocks.0.attn.in_proj_bias"
    #expect(try renamed.tensor(named: joined).elements == [1, 2, 1, 2, 1, 2])
    #expect(
      throws: CheckpointError.unsuitableDataType(
        file: index, tensor: joined, got: .float32, expected: [.int32, .int64])
    ) { try renamed.integers(named: joined) }
    #expect(throws: CheckpointError.missingTensor(file: index, expected: "count")) {
      try renamed.integers(named: "count")
    }
  }
}
