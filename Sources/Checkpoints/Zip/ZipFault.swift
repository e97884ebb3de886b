/// What can be wrong with a zip archive or with one of its entries.
public enum ZipFault: Equatable, Sendable {
  /// No end-of-central-directory record closes the file.
  case noEndRecord

  /// The archive is spread over several files.
  case severalVolumes

  /// Two records that state the same number differ.
  case disagreement(of: String, got: UInt64, expected: UInt64)

  /// The directory's byte range does not end where the end record begins.
  case directoryOutOfPlace(offset: UInt64, byteCount: UInt64, expectedEnd: Int)

  /// The directory claims more entries than are read.
  case tooManyEntries(got: UInt64, expected: Int)

  /// A record lacks its signature or does not fit where it is said to lie.
  case noRecord(String, offset: UInt64)

  /// A name is empty, absolute, climbs out with `..`, or is not plain UTF-8 text.
  case unsafeName

  /// Two entries have the same name.
  case duplicateName

  /// The entry is encrypted.
  case encrypted

  /// The entry uses features that are not read; `got` is the header's flag word.
  case unsupportedFlags(got: UInt16)

  /// A number is announced as a 64-bit one, and the field that should hold it is absent or too short.
  case noZip64Field

  /// The entry claims more bytes than there can be; `expected` is the most.
  case tooManyBytes(got: UInt64, expected: Int)

  /// The entry's bytes are those of another entry, too.
  case overlap(with: String)

  /// The entry is compressed where only stored bytes are read.
  case compressed

  /// The entry's bytes are not those that were written.
  case wrongChecksum(got: UInt32, expected: UInt32)

  /// There is no such entry.
  case missingEntry
}
