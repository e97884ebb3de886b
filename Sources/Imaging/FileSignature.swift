/// The first bytes of a file in words, for the message that it is not an image we read.
struct FileSignature: CustomStringConvertible {
  private let firstBytes: [UInt8]

  init(of firstBytes: [UInt8]) {
    self.firstBytes = firstBytes
  }

  var description: String {
    let hexadecimal = firstBytes.prefix(8)
      .map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
      .joined(separator: " ")
    let start = "the file starts with \(hexadecimal)"
    guard let kind else { return start }
    return "\(start), which is \(kind)"
  }

  /// What people have in place of an image, most of all.
  private var kind: String? {
    let known: [(start: String, kind: String)] = [
      ("GIF8", "a GIF"),
      ("BM", "a BMP"),
      ("II*\0", "a TIFF"),
      ("MM\0*", "a TIFF"),
      ("%PDF", "a PDF"),
      ("PK\u{3}\u{4}", "a ZIP archive"),
      ("version https://git-lfs", "a Git LFS pointer; run `git lfs pull`"),
      ("<", "HTML or XML, perhaps the error page of a download"),
      ("{", "JSON"),
    ]
    if firstBytes.starts(with: "RIFF".utf8), firstBytes.dropFirst(8).starts(with: "WEBP".utf8) {
      return "a WebP"
    }
    if firstBytes.starts(with: [0x1F, 0x8B]) { return "gzip" }
    if firstBytes.starts(with: [0x93] + Array("NUMPY".utf8)) { return "a NumPy array" }
    return known.first { firstBytes.starts(with: $0.start.utf8) }?.kind
  }
}
