import Checkpoints
import Foundation
import TestSupport
import Testing

/// Files that break the format, each in one way.
@Suite("SafetensorsFile, hostile input")
struct HostileSafetensorsTests {
  private let folder: TemporaryFolder
  private let file: URL

  init() throws {
    folder = try TemporaryFolder()
    file = folder.url.appending(path: "hostile.safetensors")
  }

  private func expect(_ error: CheckpointError, from bytes: SafetensorsBytes) throws {
    try bytes.contents.write(to: file)
    #expect(throws: error) { try SafetensorsFile(contentsOf: file) }
    #expect("\(error)".contains("hostile.safetensors"), "\(error)")
  }

  private static func tensor(_ name: String, shape: String = "[2]", _ begin: Int, _ end: Int)
    -> String
  {
    #""\#(name)":{"dtype":"F16","shape":\#(shape),"data_offsets":[\#(begin),\#(end)]}"#
  }

  @Test("a file that is not there is unreadable")
  func absentFile() throws {
    let absent = folder.url.appending(path: "absent.safetensors")
    let error = #expect(throws: CheckpointError.self) { try SafetensorsFile(contentsOf: absent) }
    guard case .unreadable(absent, let reason) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    #expect(reason.contains("No such file"), "\(reason)")
  }

  @Test("a file shorter than the length field is too short", arguments: [0, 1, 7])
  func shorterThanTheLengthField(count: Int) throws {
    try Data(count: count).write(to: file)
    #expect(throws: CheckpointError.tooShort(file: file, got: count, expected: 8)) {
      try SafetensorsFile(contentsOf: file)
    }
  }

  @Test("a header length beyond the file is refused", arguments: [3, 1 << 40, UInt64.max])
  func headerBeyondTheFile(length: UInt64) throws {
    try expect(
      .headerTooLong(file: file, got: length, expected: 2),
      from: SafetensorsBytes(header: "{}", claimedLength: length))
  }

  @Test("a header of two gigabytes is refused before it is read, also where the file has them")
  func headerOfTwoGigabytes() throws {
    let length: UInt64 = 2 << 30
    try expect(
      .headerTooLong(file: file, got: length, expected: 2),
      from: SafetensorsBytes(header: "{}", claimedLength: length))
    // The rest of the file is a hole, which takes no room on the disk.
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: 8 + length)
    try handle.close()
    #expect(
      throws: CheckpointError.headerTooLong(file: file, got: length, expected: 16 << 20)
    ) { try SafetensorsFile(contentsOf: file) }
  }

  @Test("more names than any checkpoint has are refused, of tensors and of metadata")
  func tooManyNames() throws {
    func header(_ count: Int) -> String {
      "{\((0..<count).map { #""\#($0)":{"dtype":"F16","shape":[0],"data_offsets":[0,0]}"# }.joined(separator: ","))}"
    }
    let most = 50_000
    try SafetensorsBytes(header: header(most)).contents.write(to: file)
    #expect(try SafetensorsFile(contentsOf: file).tensorNames.count == most)
    let members = (0...most).map { #""\#($0)":"""# }.joined(separator: ",")
    for header in [header(most + 1), #"{"__metadata__":{\#(members)}}"#] {
      try SafetensorsBytes(header: header).contents.write(to: file)
      let error = #expect(throws: CheckpointError.self) { try SafetensorsFile(contentsOf: file) }
      guard case .malformedHeader(file, _, "':'", "at most 50000 names") = error else {
        Issue.record("got \(String(describing: error))")
        return
      }
    }
  }

  @Test("more axes than any tensor has are refused")
  func tooManyAxes() throws {
    let extents = (0..<9).map { _ in "1" }.joined(separator: ",")
    try expect(
      .malformedHeader(file: file, offset: 45, got: "'1'", expected: "at most 8 numbers"),
      from: SafetensorsBytes(
        header: "{\(Self.tensor("a", shape: "[\(extents)]", 0, 2))}", data: [0, 0]))
  }

  @Test("truncated data is found before any tensor is read")
  func truncatedData() throws {
    try expect(
      .offsetsOutsideData(file: file, tensor: "b", got: [4, 8], expected: 7),
      from: SafetensorsBytes(
        header: "{\(Self.tensor("a", 0, 4)),\(Self.tensor("b", 4, 8))}",
        data: [UInt8](repeating: 0, count: 7)))
  }

  @Test("a reference checkpoint cut at any place is refused", .requiresSharedData)
  func truncatedReference() throws {
    let whole = try SharedData.data("golden/vit-tiny/model.safetensors")
    for count in [0, 7, 8, 9, 5000, 14519, 14520, 14521, whole.count / 2, whole.count - 1] {
      try whole.prefix(count).write(to: file)
      #expect(throws: CheckpointError.self, "cut to \(count) bytes") {
        try SafetensorsFile(contentsOf: file)
      }
    }
  }

  @Test("overlapping tensors are refused, one inside the other too")
  func overlap() throws {
    try expect(
      .overlap(file: file, tensor: "b", got: 2..<6, other: "a", expected: 4),
      from: SafetensorsBytes(
        header: "{\(Self.tensor("a", 0, 4)),\(Self.tensor("b", 2, 6))}",
        data: [UInt8](repeating: 0, count: 6)))
    try expect(
      .overlap(file: file, tensor: "b", got: 2..<2, other: "a", expected: 4),
      from: SafetensorsBytes(
        header: "{\(Self.tensor("a", 0, 4)),\(Self.tensor("b", shape: "[0]", 2, 2))}",
        data: [UInt8](repeating: 0, count: 4)))
    try expect(
      .overlap(file: file, tensor: "b", got: 0..<4, other: "a", expected: 4),
      from: SafetensorsBytes(
        header: "{\(Self.tensor("a", 0, 4)),\(Self.tensor("b", 0, 4))}",
        data: [UInt8](repeating: 0, count: 4)))
  }

  @Test("bytes that belong to no tensor are refused, in front, between and behind")
  func gaps() throws {
    try expect(
      .unclaimedBytes(file: file, got: 0..<1),
      from: SafetensorsBytes(
        header: "{\(Self.tensor("a", 1, 5))}", data: [UInt8](repeating: 0, count: 5)))
    try expect(
      .unclaimedBytes(file: file, got: 4..<6),
      from: SafetensorsBytes(
        header: "{\(Self.tensor("b", 6, 10)),\(Self.tensor("a", 0, 4))}",
        data: [UInt8](repeating: 0, count: 10)))
    try expect(
      .unclaimedBytes(file: file, got: 4..<5),
      from: SafetensorsBytes(
        header: "{\(Self.tensor("a", 0, 4))}", data: [UInt8](repeating: 0, count: 5)))
  }

  @Test("offsets that run backwards or are not two are refused", arguments: ["[4,0]", "[0]", "[]"])
  func impossibleOffsets(offsets: String) throws {
    try expect(
      .offsetsOutsideData(
        file: file, tensor: "a",
        got: offsets.dropFirst().dropLast().split(separator: ",").compactMap { Int($0) },
        expected: 4),
      from: SafetensorsBytes(
        header: #"{"a":{"dtype":"F16","shape":[2],"data_offsets":\#(offsets)}}"#,
        data: [0, 0, 0, 0]))
  }

  @Test("a byte count other than shape × format is refused")
  func wrongByteCount() throws {
    try expect(
      .wrongByteCount(file: file, tensor: "a", got: 4, expected: 6),
      from: SafetensorsBytes(
        header: "{\(Self.tensor("a", shape: "[3]", 0, 4))}", data: [0, 0, 0, 0]))
  }

  @Test("a shape whose product overflows is refused")
  func shapeOverflow() throws {
    let shape = [1 << 32, 1 << 31]
    try expect(
      .shapeTooLarge(file: file, tensor: "a", got: shape),
      from: SafetensorsBytes(
        header: "{\(Self.tensor("a", shape: "\(shape)", 0, 4))}", data: [0, 0, 0, 0]))
  }

  @Test(
    "a number beyond 63 bits, a sign, a fraction and a leading zero are no extents",
    arguments: ["9223372036854775808", "-1", "1.5", "02", "1e3", ""])
  func impossibleExtents(extent: String) throws {
    try SafetensorsBytes(
      header: "{\(Self.tensor("a", shape: "[2,\(extent)]", 0, 4))}", data: [0, 0, 0, 0]
    ).contents.write(to: file)
    let error = #expect(throws: CheckpointError.self) { try SafetensorsFile(contentsOf: file) }
    guard case .malformedHeader(file, let offset, _, _) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    #expect((30...40).contains(offset), "offset \(offset)")
  }

  @Test("a name that appears twice is refused, also where an escape hides it")
  func duplicateNames() throws {
    try expect(
      .duplicateName(file: file, got: "a"),
      from: SafetensorsBytes(
        header: #"{\#(Self.tensor("a", 0, 4)),\#(Self.tensor(#"\u0061"#, 4, 8))}"#,
        data: [UInt8](repeating: 0, count: 8)))
    try expect(
      .duplicateName(file: file, got: "shape"),
      from: SafetensorsBytes(
        header: #"{"a":{"dtype":"F16","shape":[2],"shape":[2],"data_offsets":[0,4]}}"#,
        data: [0, 0, 0, 0]))
  }

  @Test("a data type that the format does not know is refused")
  func unknownDataType() throws {
    try expect(
      .unknownDataType(file: file, tensor: "a", got: "F7"),
      from: SafetensorsBytes(
        header: #"{"a":{"dtype":"F7","shape":[2],"data_offsets":[0,4]}}"#, data: [0, 0, 0, 0]))
  }

  @Test(
    "a header that is no strict JSON object of tensors is refused where it breaks",
    arguments: [
      ("", 0), ("[]", 0), ("{", 1), ("{}x", 2), (#"{"a":1}"#, 5), (#"{"a" {}}"#, 5),
      (#"{"a":{}}"#, 7), (#"{"a":{"dtype":"F16",}}"#, 20), (#"{"a":{"device":"cpu"}}"#, 15),
      (#"{"a\x":{}}"#, 4), (#"{"\ud800":{}}"#, 8), ("{\"a\n\":{}}", 3), (#"{"a"#, 3),
      (#"{"__metadata__":{"format":1}}"#, 26),
    ])
  func malformedHeaders(header: String, expectedOffset: Int) throws {
    try SafetensorsBytes(header: header).contents.write(to: file)
    let error = #expect(throws: CheckpointError.self) { try SafetensorsFile(contentsOf: file) }
    guard case .malformedHeader(file, let offset, _, _) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    #expect(offset == expectedOffset, "\(String(describing: error))")
  }

  @Test("a name that is no UTF-8 is refused")
  func invalidText() throws {
    var contents = SafetensorsBytes(header: #"{"ab":{}}"#).contents
    contents[10] = 0xFF
    try contents.write(to: file)
    #expect(throws: CheckpointError.self) { try SafetensorsFile(contentsOf: file) }
  }

  @Test("bytes flipped at random never crash the reader", arguments: UInt64(0)..<64)
  func flippedBytes(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var contents = SafetensorsBytes(
      header: "{\(Self.tensor("a", 0, 4)),\(Self.tensor("b", 4, 8))}",
      data: [UInt8](repeating: 0, count: 8)
    ).contents
    for _ in 0..<(1 + Int(seed % 4)) {
      contents[Int.random(in: 0..<contents.count, using: &random)] = .random(
        in: 0...255, using: &random)
    }
    try contents.write(to: file)
    do {
      let opened = try SafetensorsFile(contentsOf: file)
      for name in opened.tensorNames { _ = try? opened.tensor(named: name) }
    } catch {
      #expect("\(error)".contains("hostile.safetensors"), "seed \(seed): \(error)")
    }
  }
}
