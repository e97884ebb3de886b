import Foundation
import Metrics
import TestSupport
import Testing

@testable import Evaluation

@Suite("Record log")
struct RecordLogTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  var file: URL { folder.url.appending(path: "images.jsonl") }

  static func record(
    _ id: String, _ method: String, pixels: Int64 = 5
  ) -> ImageRecord<SegmentationContent> {
    var matrix = ConfusionMatrix(classCount: 2)
    matrix.add(pixels, truth: 1, prediction: 2)
    matrix.addIgnored(3)
    return ImageRecord(
      id: id, method: method, hashes: ["image": "00"], seconds: 0.25,
      content: SegmentationContent(matrix))
  }

  /// The records of images 0 up to `count`, two methods each.
  static func images(_ count: Int) -> [[ImageRecord<SegmentationContent>]] {
    (0..<count).map { image in
      ["a", "b"].map { record("i\(image)", $0, pixels: Int64(image + 1)) }
    }
  }

  private func restored() throws -> [[ImageRecord<SegmentationContent>]] {
    let log = try RecordLog(at: file)
    defer { log.close() }
    return try log.restore(SegmentationContent.self, rows: ["a", "b"])
  }

  private func write(_ count: Int) throws {
    let log = try RecordLog(at: file)
    for (position, image) in Self.images(count).enumerated() { try log.append(image, at: position) }
    log.close()
  }

  @Test("images are written in their order, in whatever order they are finished", arguments: 1...3)
  func ordersImages(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let images = Self.images(9)
    let log = try RecordLog(at: file)
    for position in images.indices.shuffled(using: &generator) {
      try log.append(images[position], at: position)
    }
    #expect(log.count == 9)
    log.close()
    #expect(try restored() == images, "seed \(seed)")
  }

  @Test("an image that is ahead of its turn waits")
  func waits() throws {
    let images = Self.images(3)
    let log = try RecordLog(at: file)
    try log.append(images[1], at: 1)
    #expect(log.count == 0)
    try log.append(images[0], at: 0)
    #expect(log.count == 2)
  }

  @Test("wherever the end is torn off, whole images are restored and the file goes on from there")
  func tornAnywhere() throws {
    try write(3)
    let whole = try Data(contentsOf: file)
    let ends = whole.indices.filter { whole[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    for length in whole.indices {
      try whole.prefix(length).write(to: file)
      let complete = ends.enumerated().last { $0.offset % 2 == 1 && $0.element <= length }
      let count = complete.map { ($0.offset + 1) / 2 } ?? 0
      let log = try RecordLog(at: file)
      #expect(
        try log.restore(SegmentationContent.self, rows: ["a", "b"]) == Self.images(count),
        "cut to \(length) bytes")
      for position in count..<3 { try log.append(Self.images(3)[position], at: position) }
      log.close()
      #expect(try Data(contentsOf: file) == whole, "cut to \(length) bytes")
    }
  }

  @Test("damage before the end is told by its line")
  func damaged() throws {
    try write(3)
    var lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    lines[2].removeLast(4)
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    #expect {
      try restored()
    } throws: { error in
      guard case RecordError.malformed(_, line: 3, _) = error else { return false }
      return "\(error)".contains("images.jsonl, line 3")
    }
  }

  @Test("lines that are missing or in another order are told by the first of them")
  func disordered() throws {
    try write(3)
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    for (kept, line) in [([0, 2, 3, 4, 5], 2), ([1, 0, 2, 3, 4, 5], 1), ([0, 3, 4, 5], 2)] {
      let text = kept.map { lines[$0] + "\n" }.joined()
      try Data(text.utf8).write(to: file)
      #expect {
        try restored()
      } throws: { error in
        guard case RecordError.malformed(_, line: line, _) = error else { return false }
        return true
      }
    }
  }

  @Test("one process writes at a time")
  func locked() throws {
    let log = try RecordLog(at: file)
    #expect(throws: RecordError.inUse(file)) { try RecordLog(at: file) }
    log.close()
    try RecordLog(at: file).close()
  }

  @Test("a record reads as one flat object")
  func flat() throws {
    let line = try RecordReading.lines(of: [Self.record("x/y", "clip")])
    #expect(
      String(decoding: line, as: UTF8.self) == """
        {"confusion":[[1,2,5]],"hashes":{"image":"00"},"id":"x/y","ignoredPixels":3,\
        "method":"clip","seconds":0.25}

        """)
  }
}
