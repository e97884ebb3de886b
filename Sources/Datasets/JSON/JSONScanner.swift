import Foundation

/// Reads JSON from the front, strictly and piece by piece, whatever the size of the file.
///
/// Why not a library: annotation files have half a gigabyte, and one pass has to find in them what to
/// read later, within bounded memory. Debian 12's packages, measured in processor time on 27 MB of
/// annotations: simdjson 3.0.1 reads 580 MB/s, but only whole documents, with twice their size in memory
/// (its streams of documents do not accept an array's commas yet); yajl 2.1 and RapidJSON 1.1 read in
/// pieces, the bare tokens at 220 and 140 MB/s. This reads in pieces at 250 MB/s with the index built,
/// needs no package and no C++, and its errors name the byte.
///
/// The scanner of `Checkpoints` reads headers of a few kilobytes, every value of them, and refuses equal keys,
/// which here would cost a set of all; it says at its place why the two are not one.
struct JSONScanner: ~Copyable {
  /// The most levels of values within values; annotation files have six.
  static let depthLimit = 64

  /// The most bytes of one string or number; of the run lengths of an image, a string has fewer.
  static let textLimit = 1 << 26

  /// What errors call the file's format.
  let format: String

  /// The entry that the scanner is reading, as errors name it, for example `annotation 1768`.
  var subject: (kind: String, id: Int)?

  /// Where the next byte lies in the file.
  var offset: Int { pieceStart + position }

  private let file: ByteFile
  private let end: Int
  private let pieceSize: Int
  private var piece: [UInt8] = []
  private var pieceStart: Int
  private var position = 0

  /// Begins to read a file, or a range of its bytes.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - range: The bytes that are read; `nil` for all.
  ///   - format: What errors call the file's format.
  ///   - pieceSize: How many bytes are in memory at a time.
  init(_ file: ByteFile, range: Range<Int>? = nil, format: String, pieceSize: Int = 1 << 18) {
    self.file = file
    self.format = format
    self.pieceSize = pieceSize
    pieceStart = range?.lowerBound ?? 0
    end = range?.upperBound ?? file.size
  }

  /// The next byte, which is left to be read; `nil` at the end.
  mutating func peek() throws(DatasetError) -> UInt8? {
    guard try isPieceLeft() else { return nil }
    return piece[position]
  }

  /// Passes over the byte that was peeked at.
  mutating func skipByte() {
    position += 1
  }

  /// Passes over bytes up to the first one that is looked for, which is left to be read.
  ///
  /// - Parameter isWanted: Whether a byte is looked for.
  /// - Returns: The byte; `nil` where there is none up to the end.
  /// - Throws: ``DatasetError/unreadableFile(_:reason:)``.
  @inline(__always)
  mutating func skip(to isWanted: (UInt8) -> Bool) throws(DatasetError) -> UInt8? {
    while try isPieceLeft() {
      position = Self.first(in: piece.span, from: position, where: isWanted)
      if position < piece.count { return piece[position] }
    }
    return nil
  }

  /// Reads bytes up to the first one that ends them, which is left to be read, or to the end.
  ///
  /// - Parameter isEnd: Whether a byte ends the text.
  /// - Returns: The bytes before it, at most ``textLimit``.
  /// - Throws: ``DatasetError`` where there are more.
  @inline(__always)
  mutating func take(to isEnd: (UInt8) -> Bool) throws(DatasetError) -> ArraySlice<UInt8> {
    guard try isPieceLeft() else { return [] }
    let start = position
    position = Self.first(in: piece.span, from: start, where: isEnd)
    var text = piece[start..<position]
    // What goes on in the next piece is put together; mostly nothing does.
    while position == piece.count, try isPieceLeft() {
      position = Self.first(in: piece.span, from: 0, where: isEnd)
      text += piece[..<position]
      guard text.count <= Self.textLimit else {
        throw fault(got: "a text of more than \(Self.textLimit) bytes", expected: "a shorter one")
      }
    }
    return text
  }

  /// Passes over white space.
  mutating func skipWhitespace() throws(DatasetError) {
    _ = try skip { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
  }

  /// Passes over white space and then over a mark, if that is what follows.
  mutating func skipMark(_ mark: Unicode.Scalar) throws(DatasetError) -> Bool {
    try skipWhitespace()
    guard try peek() == UInt8(ascii: mark) else { return false }
    skipByte()
    return true
  }

  /// Passes over white space and a mark.
  mutating func readMark(_ mark: Unicode.Scalar) throws(DatasetError) {
    guard try skipMark(mark) else { throw try mismatch("'\(mark)'") }
  }

  /// Expects nothing but white space up to the end.
  mutating func readEnd() throws(DatasetError) {
    try skipWhitespace()
    guard try peek() == nil else { throw try mismatch("the end of the file") }
  }

  /// An error at the next byte.
  mutating func mismatch(_ expected: String) throws(DatasetError) -> DatasetError {
    let got =
      switch try peek() {
      case nil: "the end of the file"
      case .some(let byte) where (0x21..<0x7F).contains(byte): "'\(Unicode.Scalar(byte))'"
      case .some(let byte): "byte \(byte)"
      }
    return fault(got: got, expected: expected)
  }

  /// An error in what the scanner is reading.
  ///
  /// - Parameters:
  ///   - got: What was found.
  ///   - expected: What should have been there.
  ///   - offset: Where it lies in the file; `nil` for the next byte.
  /// - Returns: The error, which names the file, what is being read and the byte.
  func fault(got: String, expected: String, at offset: Int? = nil) -> DatasetError {
    let byte = "byte \(offset ?? self.offset)"
    return .malformedFile(
      file.url, format: format, place: subject.map { "\($0.kind) \($0.id), \(byte)" } ?? byte,
      got: got, expected: expected)
  }

  @inline(__always)
  private static func first(
    in bytes: Span<UInt8>, from start: Int, where isWanted: (UInt8) -> Bool
  ) -> Int {
    var index = start
    while index < bytes.count, !isWanted(bytes[index]) { index += 1 }
    return index
  }

  /// Whether there is a next byte; where the piece has been read, the next one takes its place.
  private mutating func isPieceLeft() throws(DatasetError) -> Bool {
    guard position == piece.count else { return true }
    let start = offset
    guard start < end else { return false }
    piece = try file.read(start..<min(end, start + pieceSize))
    pieceStart = start
    position = 0
    return !piece.isEmpty
  }
}
