import Foundation

/// A tensor of a PyTorch archive whose place was found to exist.
struct StoredTensor: Sendable {
  /// The stored format and the shape.
  let description: TensorDescription

  /// The entry that holds the storage.
  let entry: String

  /// How the elements lie in `bytes`.
  let layout: StridedLayout

  /// The part of the entry that the elements lie in.
  let bytes: Range<Int>

  /// Compares what a pickle says of a tensor with its storage, and the storage with its entry.
  ///
  /// - Throws: ``CheckpointError`` where the storage is not in the archive or of another length, and
  ///   where the elements do not all lie within it, each by itself.
  init(
    _ reference: TensorReference, named name: String, in storage: StorageReference,
    of archive: ZipArchive, _ archiveLayout: ArchiveLayout
  ) throws(CheckpointError) {
    let file = archive.file
    let width = storage.dataType.byteCount
    let path = archiveLayout.path("data/\(storage.key)")
    guard let entry = archive.entry(named: path) else {
      throw .malformedArchive(file: file, entry: path, fault: .missingEntry)
    }
    guard entry.isStored else {
      throw .malformedArchive(file: file, entry: path, fault: .compressed)
    }
    let (expected, overflows) = storage.elementCount.multipliedReportingOverflow(by: width)
    guard !overflows else {
      throw .shapeTooLarge(file: file, tensor: name, got: [storage.elementCount])
    }
    guard entry.contents.count == expected else {
      throw .wrongByteCount(
        file: file, tensor: name, got: entry.contents.count, expected: expected)
    }
    layout = try StridedLayout(
      reference, within: storage.elementCount, tensor: name, file: file)
    // The archive's own text, so that a thousand tensors of a storage do not keep a thousand copies.
    self.entry = entry.name
    bytes = (layout.extent.lowerBound * width)..<(layout.extent.upperBound * width)
    description = TensorDescription(dataType: storage.dataType, shape: reference.shape)
  }
}
