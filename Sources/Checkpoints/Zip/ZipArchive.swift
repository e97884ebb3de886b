package import Foundation

/// A zip archive, read strictly and in place.
///
/// Opening reads the directory and every local header and refuses the archive where they differ, where
/// entries share bytes, or where a name could lead out of a folder; an entry's bytes are lent from the
/// memory map, after their CRC-32 was compared. Zip64 is read; encryption, several volumes and
/// compressed entries are not. (PKWARE's APPNOTE.TXT 6.3 describes the format.)
package struct ZipArchive: Sendable {
  /// The archive, as errors name it.
  package let file: URL

  /// The entries in the directory's order.
  package let entries: [ZipEntry]

  private let data: Data
  private let positions: [String: Int]
  private let verified = VerifiedEntries()

  /// The most entries that are read; the largest checkpoints have some thousand.
  static let longestDirectory = 100_000

  /// Opens an archive and checks its headers.
  ///
  /// - Throws: ``CheckpointError/unreadable(file:reason:)`` or
  ///   ``CheckpointError/malformedArchive(file:entry:fault:)``.
  package init(contentsOf file: URL) throws(CheckpointError) {
    try self.init(Data(mapping: file), of: file)
  }

  /// Checks the headers of an archive that is in memory.
  ///
  /// - Throws: ``CheckpointError/malformedArchive(file:entry:fault:)``.
  /// - Complexity: O(n log n) for n entries.
  package init(_ data: Data, of file: URL) throws(CheckpointError) {
    let end = try ZipEndRecord(of: data, in: file)
    let records = try ZipDirectoryRecord.all(in: data, end, of: file)
    var positions: [String: Int] = [:]
    var placed: [(entry: ZipEntry, span: Range<Int>)] = []
    for record in records {
      guard positions.updateValue(placed.count, forKey: record.name) == nil else {
        throw .malformedArchive(file: file, entry: record.name, fault: .duplicateName)
      }
      placed.append(try record.located(in: data, before: end.directory.lowerBound, of: file))
    }
    try Self.checkOverlap(of: placed, in: file)
    self.file = file
    self.data = data
    self.positions = positions
    entries = placed.map(\.entry)
  }

  /// The entry of a name.
  package func entry(named name: String) -> ZipEntry? {
    positions[name].map { entries[$0] }
  }

  /// The bytes of a stored entry, without a copy.
  ///
  /// - Throws: ``CheckpointError/malformedArchive(file:entry:fault:)`` where there is no such entry,
  ///   where it is compressed, and where its bytes do not have the CRC-32 that the archive states.
  /// - Complexity: O(n) the first time, O(1) from then on.
  package func contents(of name: String) throws(CheckpointError) -> Data {
    guard let entry = entry(named: name) else {
      throw .malformedArchive(file: file, entry: name, fault: .missingEntry)
    }
    guard entry.isStored else {
      throw .malformedArchive(file: file, entry: name, fault: .compressed)
    }
    let contents = data.slice(entry.contents)
    if !verified.contains(name) {
      let checksum = Zlib.checksum(of: contents)
      guard checksum == entry.checksum else {
        throw .malformedArchive(
          file: file, entry: name, fault: .wrongChecksum(got: checksum, expected: entry.checksum))
      }
      verified.insert(name)
    }
    return contents
  }

  /// Refuses entries that share bytes: such an archive unpacks to far more than it is.
  private static func checkOverlap(
    of placed: [(entry: ZipEntry, span: Range<Int>)], in file: URL
  ) throws(CheckpointError) {
    let sorted = placed.sorted {
      ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
    }
    for (previous, next) in zip(sorted, sorted.dropFirst())
    where next.span.lowerBound < previous.span.upperBound {
      throw .malformedArchive(
        file: file, entry: next.entry.name, fault: .overlap(with: previous.entry.name))
    }
  }
}
