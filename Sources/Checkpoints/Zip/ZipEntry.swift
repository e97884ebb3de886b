/// One file inside a zip archive, after its two headers were found to agree.
package struct ZipEntry: Sendable, Equatable {
  /// The path inside the archive, with `/` between its parts.
  package let name: String

  /// Whether the bytes lie in the archive as they are.
  package let isStored: Bool

  /// The CRC-32 that the archive states for the unpacked bytes.
  package let checksum: UInt32

  /// Where the bytes lie in the archive.
  package let contents: Range<Int>
}
