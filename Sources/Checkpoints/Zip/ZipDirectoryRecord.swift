import Foundation

/// What the central directory of a zip archive says of one entry, not yet compared with anything.
struct ZipDirectoryRecord {
  let name: String
  let nameBytes: [UInt8]
  let flags: UInt16
  let method: UInt16
  let checksum: UInt32
  let packedByteCount: UInt64
  let byteCount: UInt64
  let headerOffset: UInt64

  private static let fixedByteCount = 46

  /// Reads the whole directory.
  ///
  /// - Throws: ``CheckpointError/malformedArchive(file:entry:fault:)``.
  static func all(
    in data: Data, _ end: ZipEndRecord, of file: URL
  ) throws(CheckpointError) -> [ZipDirectoryRecord] {
    let directory = data.slice(end.directory)
    var records: [ZipDirectoryRecord] = []
    var offset = 0
    for _ in 0..<end.entryCount {
      records.append(
        try ZipDirectoryRecord(in: directory, at: &offset, from: end.directory.lowerBound, file))
    }
    guard offset == directory.count else {
      throw .malformedArchive(
        file: file, entry: nil,
        fault: .disagreement(
          of: "the directory's length", got: UInt64(directory.count), expected: UInt64(offset)))
    }
    return records
  }

  private init(
    in directory: Data, at offset: inout Int, from start: Int, _ file: URL
  ) throws(CheckpointError) {
    let missing = CheckpointError.malformedArchive(
      file: file, entry: nil, fault: .noRecord("directory entry", offset: UInt64(start + offset)))
    guard let record = directory.record(at: offset, count: Self.fixedByteCount),
      record.field(at: 0) == ZipSignature.directoryEntry
    else { throw missing }
    let lengths: [UInt16] = [record.field(at: 28), record.field(at: 30), record.field(at: 32)]
    let ends = lengths.reduce(into: [offset + Self.fixedByteCount]) {
      $0.append($0[$0.count - 1] + Int($1))
    }
    guard let text = directory.record(at: ends[0], count: Int(lengths[0])),
      let extra = directory.record(at: ends[1], count: Int(lengths[1])), ends[3] <= directory.count
    else { throw missing }
    guard let name = Self.safeName(text.bytes) else {
      throw .malformedArchive(
        file: file, entry: String(decoding: text.bytes, as: UTF8.self), fault: .unsafeName)
    }
    offset = ends[3]
    self.name = name
    nameBytes = text.bytes
    flags = record.field(at: 8)
    method = record.field(at: 10)
    checksum = record.field(at: 16)
    let volume: UInt16 = record.field(at: 34)
    let fields: [UInt32] = [record.field(at: 24), record.field(at: 20), record.field(at: 42)]
    guard let wide = Zip64Field.resolve(fields, from: extra) else {
      throw .malformedArchive(file: file, entry: name, fault: .noZip64Field)
    }
    guard volume == 0 else {
      throw .malformedArchive(file: file, entry: name, fault: .severalVolumes)
    }
    byteCount = wide[0]
    packedByteCount = wide[1]
    headerOffset = wide[2]
  }

  /// The name, unless it could lead out of a folder or deceive a reader.
  private static func safeName(_ bytes: [UInt8]) -> String? {
    guard let name = String(validating: bytes, as: UTF8.self), bytes.count <= 1024,
      !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") })
    else { return nil }
    var parts = name.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count > 1, parts.last == "" { parts.removeLast() }
    let isPlain = parts.allSatisfy { !["", ".", ".."].contains($0) }
    return isPlain && !parts[0].hasSuffix(":") ? name : nil
  }
}
