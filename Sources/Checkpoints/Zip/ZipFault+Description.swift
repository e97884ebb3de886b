extension ZipFault: CustomStringConvertible {
  /// What is wrong and what was expected.
  public var description: String {
    switch self {
    case .noEndRecord:
      "a zip archive that does not end as one: the file is truncated, or something was added to it"
    case .severalVolumes:
      "a part of a zip archive of several volumes, expected a whole one"
    case .disagreement(let field, let got, let expected):
      "\(field) is \(got) in one record and \(expected) in another, expected both to agree"
    case .directoryOutOfPlace(let offset, let byteCount, let expectedEnd):
      """
      the directory claims \(byteCount) bytes from byte \(offset) on, \
      expected it to end at byte \(expectedEnd): the file may be truncated
      """
    case .tooManyEntries(let got, let expected):
      "the directory claims \(got) entries, expected at most \(expected)"
    case .noRecord(let record, let offset):
      "there is no \(record) at byte \(offset), where one is said to be"
    case .unsafeName:
      "the name is not a plain relative path, expected one that cannot lead elsewhere"
    case .duplicateName:
      "the name occurs twice, expected each name once"
    case .encrypted:
      "is encrypted, expected plain bytes"
    case .unsupportedFlags(let got):
      "has the flags \(got), expected none but for UTF-8 names and a data descriptor"
    case .noZip64Field:
      "announces a 64-bit number that its extra field does not hold"
    case .tooManyBytes(let got, let expected):
      "claims \(got) bytes, expected at most \(expected): the file may be truncated"
    case .overlap(let other):
      "shares bytes with '\(other.printable)', expected its own"
    case .compressed:
      "is compressed, expected stored bytes as PyTorch writes them: save the checkpoint again"
    case .wrongChecksum(let got, let expected):
      """
      has the CRC-32 \(got.hexadecimal), expected \(expected.hexadecimal): \
      the file is damaged, or was written with checksums switched off
      """
    case .missingEntry:
      "there is no such entry"
    }
  }
}

extension UInt32 {
  fileprivate var hexadecimal: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
