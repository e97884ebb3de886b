import Foundation

/// What the end of a zip archive says of its directory: the end-of-central-directory record and,
/// where there is one, its zip64 form.
struct ZipEndRecord {
  /// The number of entries.
  let entryCount: Int

  /// Where the directory lies.
  let directory: Range<Int>

  private static let byteCount = 22
  private static let locatorByteCount = 20
  private static let zip64ByteCount = 56

  /// Finds the records from the end of the archive.
  ///
  /// The record has to be the last of the file, its comment included, and the directory has to lie
  /// right in front of it; so only one reading of the archive is possible.
  init(of data: Data, in file: URL) throws(CheckpointError) {
    guard let (end, offset) = Self.find(in: data) else {
      throw .malformedArchive(file: file, entry: nil, fault: .noEndRecord)
    }
    let volumes: [UInt16] = [end.field(at: 4), end.field(at: 6)]
    let counts: [UInt16] = [end.field(at: 8), end.field(at: 10)]
    let size: UInt32 = end.field(at: 12)
    let start: UInt32 = end.field(at: 16)
    var statement = Statement(
      entryCounts: counts.map(UInt64.init), byteCount: UInt64(size), offset: UInt64(start),
      end: offset)
    var volumesAreFirst = volumes.allSatisfy { $0 == 0 }
    let locatorOffset = offset - Self.locatorByteCount
    if let locator = data.record(at: locatorOffset, count: Self.locatorByteCount),
      locator.field(at: 0) == ZipSignature.zip64Locator
    {
      let wide = try Self.readZip64(of: data, locator, at: locatorOffset, in: file)
      try wide.check(counts: counts, byteCount: size, offset: start, in: file)
      volumesAreFirst = volumes.allSatisfy { $0 == 0 || $0 == .max }
      statement = wide
    }
    guard volumesAreFirst, statement.entryCounts[0] == statement.entryCounts[1] else {
      throw .malformedArchive(file: file, entry: nil, fault: .severalVolumes)
    }
    guard statement.entryCounts[0] <= ZipArchive.longestDirectory else {
      throw .malformedArchive(
        file: file, entry: nil,
        fault: .tooManyEntries(
          got: statement.entryCounts[0], expected: ZipArchive.longestDirectory))
    }
    let (directoryEnd, overflows) = statement.offset.addingReportingOverflow(statement.byteCount)
    guard !overflows, directoryEnd == UInt64(statement.end) else {
      throw .malformedArchive(
        file: file, entry: nil,
        fault: .directoryOutOfPlace(
          offset: statement.offset, byteCount: statement.byteCount, expectedEnd: statement.end))
    }
    entryCount = Int(statement.entryCounts[0])
    directory = Int(statement.offset)..<statement.end
  }

  private static func find(in data: Data) -> (record: ByteRecord, offset: Int)? {
    let reach = min(data.count, byteCount + Int(UInt16.max))
    guard let tail = data.record(at: data.count - reach, count: reach), reach >= byteCount else {
      return nil
    }
    for start in stride(from: reach - byteCount, through: 0, by: -1) {
      let commentLength: UInt16 = tail.field(at: start + 20)
      if tail.field(at: start) == ZipSignature.end,
        start + byteCount + Int(commentLength) == reach
      {
        let record = ByteRecord(bytes: Array(tail.bytes[start..<(start + byteCount)]))
        return (record, data.count - reach + start)
      }
    }
    return nil
  }

  private static func readZip64(
    of data: Data, _ locator: ByteRecord, at locatorOffset: Int, in file: URL
  ) throws(CheckpointError) -> Statement {
    let offset: UInt64 = locator.field(at: 8)
    let volumes: [UInt32] = [locator.field(at: 4), locator.field(at: 16)]
    guard volumes[0] == 0, volumes[1] <= 1 else {
      throw .malformedArchive(file: file, entry: nil, fault: .severalVolumes)
    }
    guard let start = Int(exactly: offset),
      let record = data.record(at: start, count: zip64ByteCount),
      record.field(at: 0) == ZipSignature.zip64End
    else {
      throw .malformedArchive(
        file: file, entry: nil, fault: .noRecord("zip64 end record", offset: offset))
    }
    let restLength: UInt64 = record.field(at: 4)
    let expected = UInt64(locatorOffset) &- offset &- 12
    guard restLength == expected else {
      throw .malformedArchive(
        file: file, entry: nil,
        fault: .disagreement(
          of: "the length of the zip64 end record", got: restLength, expected: expected))
    }
    let ownVolumes: [UInt32] = [record.field(at: 16), record.field(at: 20)]
    guard ownVolumes == [0, 0] else {
      throw .malformedArchive(file: file, entry: nil, fault: .severalVolumes)
    }
    return Statement(
      entryCounts: [record.field(at: 24), record.field(at: 32)], byteCount: record.field(at: 40),
      offset: record.field(at: 48), end: start)
  }
}

/// The numbers of an end record, and where it begins itself.
private struct Statement {
  let entryCounts: [UInt64]
  let byteCount: UInt64
  let offset: UInt64
  let end: Int

  /// Compares a zip64 record with the narrow one, whose fields may be filled with ones instead.
  func check(
    counts: [UInt16], byteCount: UInt32, offset: UInt32, in file: URL
  ) throws(CheckpointError) {
    let pairs: [(field: String, narrow: UInt64, isFilled: Bool, wide: UInt64)] = [
      ("the entry count", UInt64(counts[0]), counts[0] == .max, entryCounts[0]),
      ("the entry count", UInt64(counts[1]), counts[1] == .max, entryCounts[1]),
      ("the directory's length", UInt64(byteCount), byteCount == .max, self.byteCount),
      ("the directory's offset", UInt64(offset), offset == .max, self.offset),
    ]
    for pair in pairs where !pair.isFilled && pair.narrow != pair.wide {
      throw .malformedArchive(
        file: file, entry: nil,
        fault: .disagreement(of: pair.field, got: pair.narrow, expected: pair.wide))
    }
  }
}
