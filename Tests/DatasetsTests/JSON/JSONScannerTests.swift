import Foundation
import TestSupport
import Testing

@testable import Datasets

@Suite("JSONScanner")
struct JSONScannerTests {
  /// Lets a function read a text, in pieces of some size.
  private static func read<Value>(
    _ text: String, pieceSize: Int = 1 << 18,
    _ body: (inout JSONScanner) throws -> Value
  ) throws -> Value {
    let folder = try TemporaryFolder()
    let file = try ByteFile(folder.write(text, to: "text.json"))
    var scanner = JSONScanner(file, format: "text", pieceSize: pieceSize)
    return try body(&scanner)
  }

  /// What is said of a text that cannot be read.
  private static func fault<Value>(
    in text: String, _ body: (inout JSONScanner) throws -> Value
  ) -> String? {
    let error = #expect(throws: DatasetError.self) { try read(text, body) }
    guard case .malformedFile(_, _, let place, let got, let expected) = error else { return nil }
    return "\(place ?? ""): \(got), not \(expected)"
  }

  @Test("reads the same, wherever pieces end", arguments: 1...40)
  func pieces(size: Int) throws {
    let text = #"""
      { "a" : [1, -20, 345678], "b\n\u00e9\ud83d\ude00é": "x\"y",
        "skipped": {"deep": [[], {}, "]\\", 1.5e3, true, null]}, "n": [0.25, 1e2, -0.5E-1] }

      """#
    try Self.read(text, pieceSize: size) { scanner in
      var integers: [Int] = []
      var numbers: [Double] = []
      var keys: [String] = []
      var string: String?
      var skipped: Range<Int>?
      try scanner.readObject { scanner, key throws(DatasetError) in
        keys.append(key)
        switch key {
        case "a":
          try scanner.readArray { scanner throws(DatasetError) in
            integers.append(try scanner.readInteger())
          }
        case "n":
          try scanner.readArray { scanner throws(DatasetError) in
            numbers.append(try scanner.readNumber())
          }
        case "skipped": skipped = try scanner.skipValue()
        default: string = try scanner.readString()
        }
      }
      try scanner.readEnd()
      #expect(keys == ["a", "b\né😀é", "skipped", "n"])
      #expect(integers == [1, -20, 345_678])
      #expect(numbers == [0.25, 100, -0.05])
      #expect(string == "x\"y")
      let part = skipped.map { Array(text.utf8)[$0] } ?? []
      #expect(
        String(decoding: part, as: UTF8.self)
          == #"{"deep": [[], {}, "]\\", 1.5e3, true, null]}"#)
    }
  }

  @Test("numbers are rounded to the nearest, as other readers do")
  func rounding() throws {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<200 {
      let number = Double(bitPattern: generator.next() & ~(1 << 62))
      let read = try Self.read("\(number)") { try $0.readNumber() }
      #expect(read == number)
    }
    #expect(try Self.read("0.1000000000000000055511151231257827") { try $0.readNumber() } == 0.1)
  }

  @Test(
    "what is no number is refused",
    arguments: [
      ("01", "byte 0: 01, not a number as JSON writes it"),
      ("1.", "byte 0: 1., not a number as JSON writes it"),
      (".5", "byte 0: .5, not a number as JSON writes it"),
      ("+1", "byte 0: +1, not a number as JSON writes it"),
      ("-", "byte 0: -, not a number as JSON writes it"),
      ("1e", "byte 0: 1e, not a number as JSON writes it"),
      ("1e999", "byte 0: 1e999, not a number that fits 64 bits"),
      ("NaN", "byte 0: 'N', not a number"),
      ("\"1\"", "byte 0: '\"', not a number"),
      ("", "byte 0: the end of the file, not a number"),
    ])
  func badNumbers(text: String, fault: String) {
    #expect(Self.fault(in: text) { try $0.readNumber() } == fault)
  }

  @Test(
    "what is no whole number is refused",
    arguments: [
      ("1.0", "byte 1: '.', not a whole number"),
      ("1e3", "byte 1: 'e', not a whole number"),
      ("007", "byte 1: '0', not a whole number of at most 18 digits, without leading zeros"),
      (
        "1234567890123456789",
        "byte 18: '9', not a whole number of at most 18 digits, without leading zeros"
      ),
      ("-", "byte 1: the end of the file, not a whole number"),
      ("null", "byte 0: 'n', not a whole number"),
    ])
  func badIntegers(text: String, fault: String) {
    #expect(Self.fault(in: text) { try $0.readInteger() } == fault)
  }

  @Test(
    "what is no string is refused",
    arguments: [
      ("x", "byte 0: 'x', not '\"'"),
      ("\"x", "byte 2: the end of the file, not a closing quote"),
      ("\"a\nb\"", "byte 2: byte 10, not no control character in a string"),
      ("\"\\x\"", "byte 2: 'x', not an escape such as \\n or \\u00E9"),
      ("\"\\u12G4\"", "byte 5: 'G', not a hexadecimal digit"),
      ("\"\\ud83d\"", "byte 7: '\"', not the second half of a surrogate pair"),
      ("\"\\ude00\"", "byte 7: '\"', not a surrogate pair before"),
    ])
  func badStrings(text: String, fault: String) {
    #expect(Self.fault(in: text) { try $0.readString() } == fault)
  }

  @Test("a string of other bytes than UTF-8 is refused")
  func encoding() throws {
    let folder = try TemporaryFolder()
    let file = try ByteFile(folder.write(Data([0x22, 0x61, 0xFF, 0x22]), to: "text.json"))
    var scanner = JSONScanner(file, format: "text")
    let error = #expect(throws: DatasetError.self) { try scanner.readString() }
    #expect(
      error
        == .malformedFile(
          file.url, format: "text", place: "byte 1", got: "other bytes",
          expected: "a string in UTF-8"))
  }

  @Test(
    "a value that does not end where it should is not passed over",
    arguments: [
      ("[1, 2", "byte 5: the end of the file, not ']'"),
      ("[{]}", "byte 2: ']', not '}'"),
      ("{\"a\": \"b\\", "byte 9: the end of the file, not a closing quote"),
      ("", "byte 0: the end of the file, not a value"),
      ("NaN", "byte 0: 'N', not a value"),
      (
        String(repeating: "[", count: 65),
        "byte 64: more than 64 levels of brackets, not annotations"
      ),
    ])
  func endless(text: String, fault: String) {
    #expect(Self.fault(in: text) { try $0.skipValue() } == fault)
  }

  @Test(
    "objects and lists without their marks are refused",
    arguments: [
      ("{\"a\" 1}", "byte 5: '1', not ':'"),
      ("{\"a\": 1 \"b\": 2}", "byte 8: '\"', not ',' or '}'"),
      ("{\"a\": 1,}", "byte 8: '}', not '\"'"),
      ("{a: 1}", "byte 1: 'a', not '\"'"),
      ("[1]", "byte 0: '[', not '{'"),
      ("{} {}", "byte 3: '{', not the end of the file"),
    ])
  func badObjects(text: String, fault: String) {
    let found = Self.fault(in: text) { scanner in
      try scanner.readObject { scanner, _ throws(DatasetError) in try scanner.skipValue() }
      try scanner.readEnd()
    }
    #expect(found == fault)
  }

  @Test("a file that is cut off while it is read ends there")
  func cutOff() throws {
    let folder = try TemporaryFolder()
    let url = try folder.write("[1, 2, 3]", to: "text.json")
    var scanner = JSONScanner(try ByteFile(url), format: "text", pieceSize: 4)
    try scanner.readMark("[")
    try Data("[1, ".utf8).write(to: url)
    try FileHandle(forWritingTo: url).truncate(atOffset: 4)
    let error = #expect(throws: DatasetError.self) {
      while true {
        _ = try scanner.readInteger()
        try scanner.readMark(",")
      }
    }
    guard case .malformedFile(_, _, "byte 4", "the end of the file", _) = error
    else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
