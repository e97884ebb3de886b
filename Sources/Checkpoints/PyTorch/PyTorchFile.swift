public import Foundation
public import Tensors

/// A checkpoint as PyTorch writes it: a zip archive of a pickle and of one file for each storage.
///
/// It may be what `torch.save` makes of a `state_dict()`, bare or inside `{"state_dict": …}`, or a
/// TorchScript archive, as OpenAI ships CLIP. Opening reads the pickle and compares each tensor with the
/// archive; values are read from a memory map when a tensor is asked for, after their checksum.
///
/// Nothing in the file is executed: the pickle is read by a machine that knows how to build data and
/// nothing else, and stops with an error at whatever else the file asks for.
public struct PyTorchFile: TensorSource {
  /// What the file was made by.
  public enum Kind: String, Sendable {
    /// `torch.save`.
    case stateDictionary = "state_dict"

    /// `torch.jit.save`: a program with its weights. The program is not looked at.
    case torchScript = "TorchScript"
  }

  /// The file that was opened.
  public let file: URL

  /// What the file was made by.
  public let kind: Kind

  /// The names of the tensors in the file's order; those of modules are joined by dots.
  public let tensorNames: [String]

  /// Every tensor's stored format and shape by name.
  public let descriptions: [String: TensorDescription]

  /// The classes of a TorchScript archive's modules by the modules' names, none for other files.
  ///
  /// The outermost module's name is empty; one of OpenAI's is `visual.transformer.resblocks.0.mlp.gelu`,
  /// whose class ends in `.QuickGELU`.
  public let moduleClasses: [String: String]

  private let archive: ZipArchive
  private let tensors: [String: StoredTensor]

  /// Opens a file and checks every tensor's place in it.
  ///
  /// - Throws: ``CheckpointError``: the file cannot be read; the archive or its pickle breaks the format
  ///   or asks for what is never done here; it holds no tensors by name; a tensor lies outside its
  ///   storage, a storage outside the archive.
  public init(contentsOf file: URL) throws(CheckpointError) {
    try self.init(Data(mapping: file), of: file)
  }

  /// Checks a file that is in memory.
  package init(_ data: Data, of file: URL) throws(CheckpointError) {
    let archive = try ZipArchive(data, of: file)
    let layout = try ArchiveLayout(of: archive)
    let pickle = layout.path("data.pkl")
    let document = try PickleMachine.document(
      from: try archive.contents(of: pickle), of: pickle, in: file)
    let contents = try PyTorchContents(of: document, pickle: pickle, in: file)

    var tensors: [String: StoredTensor] = [:]
    for (name, reference) in contents.tensors {
      let storage = document.storages[reference.storage]
      let tensor = try StoredTensor(reference, named: name, in: storage, of: archive, layout)
      guard tensors.updateValue(tensor, forKey: name) == nil else {
        throw .duplicateName(file: file, got: name)
      }
    }
    self.file = file
    self.archive = archive
    self.tensors = tensors
    kind = contents.kind
    moduleClasses = contents.moduleClasses
    tensorNames = contents.tensors.map(\.name)
    descriptions = tensors.mapValues(\.description)
  }

  /// Reads one tensor of floating-point numbers as Float32, exactly.
  ///
  /// - Throws: ``CheckpointError/missingTensor(file:expected:)``,
  ///   ``CheckpointError/unsuitableDataType(file:tensor:got:expected:)`` unless it is F16, BF16 or F32,
  ///   or ``CheckpointError/malformedArchive(file:entry:fault:)`` where its storage is damaged.
  /// - Complexity: O(n), and once O(m) for a storage of m values; allocates the result.
  public func tensor(named name: String) throws(CheckpointError) -> Tensor {
    let (tensor, bytes) = try contents(of: name)
    let dataType = tensor.description.dataType
    guard let elements = bytes.floats(storedAs: dataType, at: tensor.layout.scatteredPlaces) else {
      throw .unsuitableDataType(
        file: file, tensor: name, got: dataType, expected: TensorDataType.floatingPoint)
    }
    return Tensor(shape: tensor.layout.shape, elements: elements)
  }

  /// Reads one tensor of whole numbers, such as `context_length`, in row-major order.
  ///
  /// - Throws: ``CheckpointError/missingTensor(file:expected:)``,
  ///   ``CheckpointError/unsuitableDataType(file:tensor:got:expected:)`` unless it is I32 or I64,
  ///   or ``CheckpointError/malformedArchive(file:entry:fault:)`` where its storage is damaged.
  /// - Complexity: O(n), and once O(m) for a storage of m values; allocates the result.
  public func integers(named name: String) throws(CheckpointError) -> [Int] {
    let (tensor, bytes) = try contents(of: name)
    let dataType = tensor.description.dataType
    guard let values = bytes.integers(storedAs: dataType, at: tensor.layout.scatteredPlaces) else {
      throw .unsuitableDataType(
        file: file, tensor: name, got: dataType, expected: TensorDataType.integers)
    }
    return values
  }

  /// A tensor and the part of its storage that it uses, without a copy.
  private func contents(of name: String) throws(CheckpointError) -> (StoredTensor, Data) {
    guard let tensor = tensors[name] else { throw .missingTensor(file: file, expected: name) }
    return (tensor, try archive.contents(of: tensor.entry).slice(tensor.bytes))
  }
}
