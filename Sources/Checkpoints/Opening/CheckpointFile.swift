public import Foundation

/// Opens checkpoints of any format that is read.
public enum CheckpointFile {
  /// Opens a file or folder, whatever it is called: its content tells the format.
  ///
  /// Read are safetensors files, PyTorch's zip archives (``PyTorchFile``), lists of shards
  /// (``ShardedCheckpoint``), and folders that hold one of these under the names that Hugging Face and
  /// open_clip use (``CheckpointFolder``). The names of the tensors are the file's own.
  ///
  /// - Throws: ``CheckpointError``: of the format, or one that says what the file is instead.
  public static func open(_ file: URL) throws(CheckpointError) -> any TensorSource {
    try openFile(checkpoint(at: file))
  }

  /// Opens a file.
  static func openFile(_ file: URL) throws(CheckpointError) -> any TensorSource {
    switch CheckpointSignature(of: try Data(mapping: file)) {
    case .safetensors: return try SafetensorsFile(contentsOf: file)
    case .zip: return try PyTorchFile(contentsOf: file)
    case .shardIndex: return try ShardedCheckpoint(index: file)
    case .foreign(let format): throw .foreignFormat(file: file, got: format)
    case .unknown(let summary): throw .unknownFormat(file: file, got: summary)
    }
  }
}
