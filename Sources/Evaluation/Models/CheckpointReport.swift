public import CLIP
public import Checkpoints
public import Foundation
public import Tensors

/// All that is told of a checkpoint without running it.
public struct CheckpointReport: Sendable {
  /// The format of a checkpoint's file or files.
  public enum Format: Sendable, Equatable {
    /// One safetensors file.
    case safetensors

    /// A zip archive of PyTorch's.
    case pyTorch(PyTorchFile.Kind)

    /// Several files with a list of them.
    case shards(count: Int)
  }

  /// The files and their hash.
  public let files: CheckpointFiles

  /// The format.
  public let format: Format

  /// The published checkpoint that this is, by its hash.
  public let known: KnownCheckpoint?

  /// The architecture and what no tensor tells, with reasons.
  public let inspection: CheckpointInspection

  /// Looks at the checkpoint at a place, a file or a folder.
  ///
  /// - Parameters:
  ///   - place: The file or folder.
  ///   - heads: The numbers of attention heads that are stated.
  ///   - activation: The activation, where it is stated.
  /// - Throws: `CheckpointError` or `CLIPError` where it is no checkpoint of a CLIP model,
  ///   `ConfigurationError.unreadable` where a file cannot be read.
  /// - Complexity: O(n): hashes everything.
  public init(
    at place: URL, heads: HeadCounts = HeadCounts(), activation: Activation? = nil
  ) throws {
    // A file that is none is refused before gigabytes of it are hashed.
    let source = try CheckpointFile.open(place)
    inspection = try CheckpointInspection(
      of: source.byOpenAINames(), heads: heads, activation: activation)
    files = try CheckpointFiles(at: place)
    known = KnownCheckpoint.having(files.hash)
    format =
      switch source {
      case let archive as PyTorchFile: .pyTorch(archive.kind)
      case is ShardedCheckpoint: .shards(count: files.files.count - 1)
      default: .safetensors
      }
  }
}

extension CheckpointReport.Format: CustomStringConvertible {
  /// The format in words.
  public var description: String {
    switch self {
    case .safetensors: "safetensors"
    case .pyTorch(.stateDictionary): "PyTorch zip archive, state_dict"
    case .pyTorch(.torchScript): "PyTorch zip archive, TorchScript"
    case .shards(let count): "\(count) shards with a list"
    }
  }
}
