import Checkpoints
import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite("The files of a checkpoint")
struct CheckpointFilesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("A file has its own hash, also where it is found in a folder")
  func singleFile() throws {
    let file = try folder.write("weights", to: "model.safetensors")
    for place in [file, folder.url] {
      let files = try CheckpointFiles(at: place)
      #expect(files.files.map(\.lastPathComponent) == ["model.safetensors"])
      #expect(files.hash == ContentHash(of: "weights"))
      #expect(files.byteCount == 7)
    }
  }

  @Test("Shards have a hash of all of them and of the list, in the order of their names")
  func shards() throws {
    let list = #"{"weight_map": {"a": "two.safetensors", "b": "one.safetensors"}}"#
    try folder.write(list, to: "model.safetensors.index.json")
    try folder.write("1", to: "one.safetensors")
    try folder.write("22", to: "two.safetensors")
    let files = try CheckpointFiles(at: folder.url)
    #expect(
      files.files.map(\.lastPathComponent) == [
        "model.safetensors.index.json", "one.safetensors", "two.safetensors",
      ])
    #expect(files.byteCount == list.utf8.count + 3)
    let lines = """
      \(ContentHash(of: list))  model.safetensors.index.json
      \(ContentHash(of: "1"))  one.safetensors
      \(ContentHash(of: "22"))  two.safetensors

      """
    #expect(files.hash == ContentHash(of: lines))
    try folder.write("23", to: "two.safetensors")
    #expect(try CheckpointFiles(at: folder.url).hash != files.hash)
  }

  @Test("A list that names files elsewhere is refused before they are read")
  func traversal() throws {
    let list = try folder.write(
      #"{"weight_map": {"a": "../secret"}}"#, to: "model.safetensors.index.json")
    #expect(
      throws: CheckpointError.malformedIndex(
        file: list, reason: "names the file '../secret', expected one in the list's own folder")
    ) {
      try CheckpointFiles(at: list)
    }
  }

  @Test("A folder without a checkpoint is refused")
  func emptyFolder() {
    #expect(throws: CheckpointError.self) { try CheckpointFiles(at: folder.url) }
  }
}
