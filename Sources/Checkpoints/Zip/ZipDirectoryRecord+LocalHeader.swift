import Foundation

extension ZipDirectoryRecord {
  private static let headerByteCount = 30
  private static let storedMethod: UInt16 = 0

  /// The flag of an entry whose sizes and checksum follow its bytes.
  private static let descriptorFlag: UInt16 = 1 << 3
  private static let encryptionFlag: UInt16 = 1 << 0

  /// Compression levels, a data descriptor, UTF-8 names.
  private static let knownFlags: UInt16 = 0x0806 | descriptorFlag | encryptionFlag

  /// Compares the directory's record with the header in front of the entry's bytes.
  ///
  /// - Parameters:
  ///   - data: The archive.
  ///   - limit: The first byte that no entry may reach.
  ///   - file: The archive's address, as errors name it.
  /// - Returns: The entry, and all the bytes that belong to it: header, contents and descriptor.
  /// - Throws: ``CheckpointError/malformedArchive(file:entry:fault:)``.
  func located(
    in data: Data, before limit: Int, of file: URL
  ) throws(CheckpointError) -> (entry: ZipEntry, span: Range<Int>) {
    if let fault = featureFault { throw fault.error(name, file) }
    guard let offset = Int(exactly: headerOffset), offset < limit,
      let header = data.record(at: offset, count: Self.headerByteCount),
      header.field(at: 0) == ZipSignature.localHeader
    else { throw ZipFault.noRecord("local header", offset: headerOffset).error(name, file) }
    let lengths: [UInt16] = [header.field(at: 26), header.field(at: 28)]
    let nameStart = offset + Self.headerByteCount
    let start = nameStart + Int(lengths[0]) + Int(lengths[1])
    guard start <= limit, let ownName = data.record(at: nameStart, count: Int(lengths[0])),
      let extra = data.record(at: start - Int(lengths[1]), count: Int(lengths[1])),
      ownName.bytes == nameBytes
    else { throw ZipFault.noRecord("local header", offset: headerOffset).error(name, file) }
    guard let packed = Int(exactly: packedByteCount), packed <= limit - start else {
      throw ZipFault.tooManyBytes(got: packedByteCount, expected: limit - start).error(name, file)
    }
    try checkSizes(in: file)
    try compare(with: header, extra, in: file)
    var end = start + packed
    if flags & Self.descriptorFlag != 0 {
      guard let count = descriptorByteCount(in: data, at: end) else {
        throw ZipFault.noRecord("matching data descriptor", offset: UInt64(end)).error(name, file)
      }
      end += count
    }
    guard end <= limit else {
      throw ZipFault.tooManyBytes(got: packedByteCount, expected: limit - start).error(name, file)
    }
    let entry = ZipEntry(
      name: name, isStored: method == Self.storedMethod, checksum: checksum,
      contents: start..<(start + packed))
    return (entry, offset..<end)
  }

  private var featureFault: ZipFault? {
    if flags & Self.encryptionFlag != 0 { return .encrypted }
    return flags & ~Self.knownFlags == 0 ? nil : .unsupportedFlags(got: flags)
  }

  private func checkSizes(in file: URL) throws(CheckpointError) {
    // Deflate cannot shrink its input to less than a 1032nd.
    let (most, overflows) =
      method == Self.storedMethod
      ? (packedByteCount, false) : packedByteCount.multipliedReportingOverflow(by: 1032)
    guard !overflows, byteCount <= most else {
      throw ZipFault.tooManyBytes(got: byteCount, expected: Int(clamping: most)).error(name, file)
    }
    if method == Self.storedMethod, byteCount != packedByteCount {
      throw ZipFault.disagreement(of: "its length", got: byteCount, expected: packedByteCount)
        .error(name, file)
    }
  }

  /// Compares each number of the local header, which may be zero where a descriptor follows.
  private func compare(
    with header: ByteRecord, _ extra: ByteRecord, in file: URL
  ) throws(CheckpointError) {
    let ownFlags: UInt16 = header.field(at: 6)
    let ownMethod: UInt16 = header.field(at: 8)
    let ownChecksum: UInt32 = header.field(at: 14)
    let sizes: [UInt32] = [header.field(at: 22), header.field(at: 18)]
    guard let wide = Zip64Field.resolve(sizes, from: extra) else {
      throw ZipFault.noZip64Field.error(name, file)
    }
    let exact: [(field: String, got: UInt64, expected: UInt64)] = [
      ("its flag word", UInt64(ownFlags), UInt64(flags)),
      ("its method", UInt64(ownMethod), UInt64(method)),
    ]
    let deferred: [(field: String, got: UInt64, expected: UInt64)] = [
      ("its CRC-32", UInt64(ownChecksum), UInt64(checksum)),
      ("its length", wide[0], byteCount),
      ("its packed length", wide[1], packedByteCount),
    ]
    let isDeferred =
      flags & Self.descriptorFlag != 0 && deferred.allSatisfy { $0.got == 0 }
    for pair in isDeferred ? exact : exact + deferred where pair.got != pair.expected {
      throw ZipFault.disagreement(of: pair.field, got: pair.got, expected: pair.expected)
        .error(name, file)
    }
  }

  /// The length of the data descriptor at `offset` that states this record's numbers, if there is one.
  ///
  /// The format leaves open whether it has a signature and whether its sizes have 32 or 64 bits.
  private func descriptorByteCount(in data: Data, at offset: Int) -> Int? {
    for signatureByteCount in [4, 0] {
      for width in [4, 8] {
        let count = signatureByteCount + 4 + 2 * width
        guard let record = data.record(at: offset, count: count) else { continue }
        let numbers = (0..<2).map { index in
          let place = signatureByteCount + 4 + index * width
          return width == 4 ? UInt64(record.field(at: place) as UInt32) : record.field(at: place)
        }
        if signatureByteCount == 0 || record.field(at: 0) == ZipSignature.dataDescriptor,
          record.field(at: signatureByteCount) == checksum,
          numbers == [packedByteCount, byteCount]
        {
          return count
        }
      }
    }
    return nil
  }
}

extension ZipFault {
  /// The fault as an error about one entry.
  fileprivate func error(_ entry: String, _ file: URL) -> CheckpointError {
    .malformedArchive(file: file, entry: entry, fault: self)
  }
}
