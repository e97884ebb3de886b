public import Foundation
public import Tensors

/// A checkpoint that is spread over several files, with a list that says which tensor lies in which:
/// Hugging Face's `model.safetensors.index.json`.
public struct ShardedCheckpoint: TensorSource {
  /// The list of the files.
  public let file: URL

  /// Every tensor's stored format and shape by name.
  public let descriptions: [String: TensorDescription]

  private let shards: [String: any TensorSource]
  private let shardOfTensor: [String: String]

  /// The most bytes of a list.
  private static let longestIndex = 16 << 20

  /// Opens the list and every file on it.
  ///
  /// - Throws: ``CheckpointError/malformedIndex(file:reason:)`` where the list is no JSON object with a
  ///   `weight_map`, or names a file outside its own folder;
  ///   ``CheckpointError/missingTensor(file:expected:)`` where a file lacks a tensor that the list
  ///   promises; whatever else opening the files throws.
  public init(index file: URL) throws(CheckpointError) {
    let shardOfTensor = try Self.readIndex(file)
    var shards: [String: any TensorSource] = [:]
    for name in Set(shardOfTensor.values).sorted() {
      shards[name] = try Self.openShard(name, of: file)
    }
    var descriptions: [String: TensorDescription] = [:]
    for (tensor, name) in shardOfTensor {
      guard let shard = shards[name] else { continue }
      guard let description = shard.descriptions[tensor] else {
        throw .missingTensor(file: shard.file, expected: tensor)
      }
      descriptions[tensor] = description
    }
    self.file = file
    self.shards = shards
    self.shardOfTensor = shardOfTensor
    self.descriptions = descriptions
  }

  /// Reads one tensor from the file that holds it.
  ///
  /// - Throws: ``CheckpointError``, as the file's own format does.
  public func tensor(named name: String) throws(CheckpointError) -> Tensor {
    try shard(of: name).tensor(named: name)
  }

  /// Reads one tensor of whole numbers from the file that holds it.
  ///
  /// - Throws: ``CheckpointError``, as the file's own format does.
  public func integers(named name: String) throws(CheckpointError) -> [Int] {
    try shard(of: name).integers(named: name)
  }

  private func shard(of tensor: String) throws(CheckpointError) -> any TensorSource {
    guard let shard = shardOfTensor[tensor].flatMap({ shards[$0] }) else {
      throw .missingTensor(file: file, expected: tensor)
    }
    return shard
  }

  /// The names of the files on a list, sorted; each is in the list's own folder.
  static func fileNames(in file: URL) throws(CheckpointError) -> [String] {
    let names = Set(try readIndex(file).values).sorted()
    for name in names { try checkName(name, of: file) }
    return names
  }

  /// The `weight_map`: the name of a file for the name of each tensor.
  private static func readIndex(_ file: URL) throws(CheckpointError) -> [String: String] {
    let contents = try Data(mapping: file)
    guard contents.count <= longestIndex else {
      throw .malformedIndex(
        file: file,
        reason: "has \(contents.count) bytes, expected a list of files of at most \(longestIndex)")
    }
    guard let index = try? JSONDecoder().decode(ShardIndex.self, from: contents),
      !index.shardOfTensor.isEmpty
    else {
      throw .malformedIndex(
        file: file,
        reason: "is no list of a checkpoint's files, expected JSON with a \"weight_map\"")
    }
    return index.shardOfTensor
  }

  /// Opens a file of the list, which has to lie beside it and must not be a list again.
  private static func openShard(
    _ name: String, of file: URL
  ) throws(CheckpointError) -> any TensorSource {
    try checkName(name, of: file)
    let shard = file.deletingLastPathComponent()
      .appending(path: name, directoryHint: .notDirectory)
    guard CheckpointSignature(of: try Data(mapping: shard)) != .shardIndex else {
      throw .malformedIndex(file: file, reason: "lists '\(name.printable)', which is a list itself")
    }
    return try CheckpointFile.openFile(shard)
  }

  /// Refuses names that lead out of the list's folder.
  private static func checkName(_ name: String, of file: URL) throws(CheckpointError) {
    guard !name.isEmpty, name != ".", name != "..", !name.contains("/"), !name.contains("\0") else {
      throw .malformedIndex(
        file: file,
        reason: "names the file '\(name.printable)', expected one in the list's own folder")
    }
  }
}

/// The part of the list that says where tensors lie.
private struct ShardIndex: Decodable {
  let shardOfTensor: [String: String]

  private enum CodingKeys: String, CodingKey {
    case shardOfTensor = "weight_map"
  }
}
