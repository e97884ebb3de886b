/// The 256 bytes in the order, and under the characters, that byte-level merges files use.
///
/// A merges file is text, so each byte is written as a printable character: the 188 bytes that
/// Latin-1 prints stand for themselves and come first, the other 68 follow as U+0100, U+0101, …
/// This is the convention of GPT-2 (Radford et al., 2019) that CLIP took over.
enum ByteAlphabet {
  /// The byte that each of the first 256 symbols stands for.
  static let bytes: [UInt8] = {
    let printable = [33...126, 161...172, 174...255].joined().map { UInt8($0) }
    return printable + (0...255).filter { !printable.contains($0) }
  }()

  /// The symbol of each byte.
  static let symbols: [UInt32] = {
    var symbols = [UInt32](repeating: 0, count: 256)
    for (symbol, byte) in bytes.enumerated() { symbols[Int(byte)] = UInt32(symbol) }
    return symbols
  }()

  /// The character that a merges file writes for each of the first 256 symbols, as UTF-8.
  static let spellings: [[UInt8]] = {
    let firstUnprintable = 188
    return bytes.enumerated().map { symbol, byte in
      let code = symbol < firstUnprintable ? Int(byte) : 256 + symbol - firstUnprintable
      return Unicode.Scalar(code).map { Array(String($0).utf8) } ?? []
    }
  }()
}
