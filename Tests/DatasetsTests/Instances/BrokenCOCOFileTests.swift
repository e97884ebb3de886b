import Datasets
import Foundation
import TestSupport
import Testing

@Suite("COCOInstances, broken files")
struct BrokenCOCOFileTests {
  /// Reads a file and all its shapes.
  private static func read(_ data: Data, into folder: TemporaryFolder) throws {
    let file = try folder.write(data, to: "instances.json")
    let coco = try COCOInstances(contentsOf: file)
    for id in ["000000000042", "000000000007"] {
      _ = try coco.regions(of: Sample(id: id, image: file, label: file))
    }
  }

  /// What is said of a text, without the name of the file.
  private static func fault(in text: String) throws -> String? {
    let folder = try TemporaryFolder()
    let error = #expect(throws: DatasetError.self) { try read(Data(text.utf8), into: folder) }
    return error.map { folder.relative($0.description) }
  }

  /// Expects the fault in a text to name an entry and a byte, from which on the text begins so.
  private static func expectFault(
    in text: String, entry: String?, at beginning: String, got: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: DatasetError.self, sourceLocation: sourceLocation) {
      try read(Data(text.utf8), into: folder)
    }
    guard case .malformedFile(_, "file of COCO instances", let place?, got, _) = error,
      let byte = Int(place.drop { $0 != "y" }.dropFirst(4))
    else {
      Issue.record("\(error.map(String.init(describing:)) ?? "")", sourceLocation: sourceLocation)
      return
    }
    #expect(
      place == entry.map { "\($0) byte \(byte)" } ?? "byte \(byte)",
      sourceLocation: sourceLocation)
    let found = String(decoding: text.utf8.dropFirst(byte), as: UTF8.self)
    #expect(found.hasPrefix(beginning), sourceLocation: sourceLocation)
  }

  @Test(
    "an entry without a key, with one twice or with a wrong value is named with its byte",
    arguments: [
      (#""id": 42, "#, "", nil, #"{"file_name": "000000000042.jpg"#, "no `id`"),
      (#""file_name": "000000000042.jpg", "#, "", "image 42,", #"{"id": 42"#, "no `file_name`"),
      (#""width": 4, "#, "", "image 42,", #"{"id": 42"#, "no `width`"),
      (#""height": 3, "#, "", "image 42,", #"{"id": 42"#, "no `height`"),
      (#""width": 4"#, #""width": 0"#, "image 42,", #"{"id": 42"#, "0 × 3 pixels"),
      (
        #""width": 4"#, #""width": 400000000"#, "image 42,", #"{"id": 42"#, "400000000 × 3 pixels"
      ),
      (#""width": 4"#, #""width": 4.5"#, nil, #".5, "height": 3"#, "'.'"),
      (#""width": 4"#, #""width": 4, "width": 5"#, nil, " 5,", "a second `width`"),
      (
        #""000000000042.jpg""#, #""../42.jpg""#, "image 42,", #"{"id": 42"#,
        "the file name \"../42.jpg\""
      ),
      (#""000000000042.jpg""#, #""""#, "image 42,", #"{"id": 42"#, "the file name \"\""),
      (#""name": "bottle""#, #""title": "bottle""#, nil, #"{"id": 44"#, "no `name`"),
      (#", "id": 2"#, "", nil, #"{"segmentation": {"size"#, "no `id`"),
      (#""image_id": 42, "#, "", "annotation 1,", #"{"segmentation": [[0,0"#, "no `image_id`"),
      (
        #""category_id": 1, "#, "", "annotation 1,", #"{"segmentation": [[0,0"#,
        "no `category_id`"
      ),
      (#""iscrowd": 0, "#, "", "annotation 1,", #"{"segmentation": [[0,0"#, "no `iscrowd`"),
      (
        #""iscrowd": 0"#, #""iscrowd": 2"#, "annotation 1,", #"{"segmentation": [[0,0"#,
        "the `iscrowd` 2"
      ),
      (
        #""segmentation": {"#, #""shape": {"#, "annotation 2,", #"{"shape": {"#,
        "no `segmentation`"
      ),
      (
        #""image_id": 42"#, #""image_id": 43"#, "annotation at", #"{"segmentation": [[0,0"#,
        "the unknown image 43"
      ),
      (
        #""image_id": 42"#, #""image_id": 1"#, "annotation at", #"{"segmentation": [[0,0"#,
        "the unknown image 1"
      ),
      (
        #""category_id": 3"#, #""category_id": 2"#, "annotation at", #"{"segmentation": {"size"#,
        "the unknown category 2"
      ),
      (#""annotations""#, #""images""#, nil, #" [{"segmentation""#, "a second `images`"),
      (#""annotations""#, #""answers""#, nil, #"{"info""#, "no `annotations`"),
    ] as [(String, String, String?, String, String)])
  func entries(part: String, change: String, entry: String?, at place: String, got: String) throws {
    let text = COCOFile().text()
    let range = try #require(text.range(of: part))
    try Self.expectFault(
      in: text.replacingCharacters(in: range, with: change), entry: entry, at: place, got: got)
  }

  @Test(
    "two entries of one id or one name are refused",
    arguments: [
      (#""id": 7"#, #""id": 42"#, "two images with the id 42"),
      ("000000000007", "000000000042", "two images named `000000000042`"),
      (#""id": 44"#, #""id": 3"#, "two categories with the id 3"),
    ])
  func duplicates(part: String, change: String, got: String) throws {
    let text = COCOFile().text().replacing(part, with: change)
    #expect(
      try Self.fault(in: text)
        == "instances.json: no sound file of COCO instances: got \(got), expected one.")
  }

  @Test(
    "a shape that is none is named with its annotation and its byte",
    arguments: [
      ("[]", "[]", "no polygon"),
      ("null", "null", "'n'"),
      ("[0,0,1,1,2,2]", "0,0,1,1,2,2]", "'0'"),
      ("[[0,0,1,1]]", "[0,0,1,1]]", "a polygon of 4 numbers"),
      ("[[0,0,1,1,2,2], [0,0,1,1,2,2,3]]", "[0,0,1,1,2,2,3]", "a polygon of 7 numbers"),
      ("[[0,0,1,1,2,2e9]]", "[0,0,1,1,2,2e9]]", "the coordinate 2000000000.0"),
      ("[[0,0,1,1,2 3]]", "3]]", "'3'"),
      ("{}", "{}", "no `size`"),
      (#"{"size": [3, 4]}"#, #"{"size"#, "no `counts`"),
      (#"{"size": [4, 3], "counts": [12]}"#, #"{"size"#, "run lengths of the size [4, 3]"),
      (#"{"size": [3, 4], "counts": [11]}"#, #"{"size"#, "runs of 11 pixels together"),
      (#"{"size": [3, 4], "counts": [6, 7]}"#, #"{"size"#, "runs of 13 pixels together"),
      (#"{"size": [3, 4], "counts": [13, -1]}"#, #"{"size"#, "a run of -1 pixels"),
      (#"{"size": [3, 4], "counts": [1.5, 10.5]}"#, ".5, 10.5", "'.'"),
      (#"{"size": [3, 4], "counts": "5"}"#, #"{"size"#, "runs of 5 pixels together"),
      (#"{"size": [3, 4], "counts": "P"}"#, #"{"size"#, "runs that end within a number"),
    ])
  func shapes(shape: String, at place: String, got: String) throws {
    var file = COCOFile()
    file.annotations[0] = COCOFile.annotation(1768, category: 1, shape)
    try Self.expectFault(in: file.text(), entry: "annotation 1768,", at: place, got: got)
  }

  @Test("shapes within shapes without end are refused without being followed")
  func nesting() throws {
    var file = COCOFile()
    file.annotations[0] = COCOFile.annotation(
      1, category: 1, String(repeating: "[", count: 100_000))
    #expect(try Self.fault(in: file.text())?.contains("more than 64 levels of brackets") == true)
  }

  @Test("files of COCO's other tasks are told apart")
  func otherTasks() throws {
    var captions = COCOFile()
    captions.annotations = [#""image_id": 42, "id": 5, "caption": "A bottle.""#]
    #expect(try Self.fault(in: captions.text())?.contains("no `segmentation`") == true)
    let testImages = COCOFile().text(["images", "categories"])
    #expect(try Self.fault(in: testImages)?.contains("no `annotations`") == true)
  }

  @Test("a file that is not there, and a folder, are errors that say so")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    for path in ["instances.json", "."] {
      let file = folder.path(path)
      #expect(
        throws: DatasetError.unreadableFile(file, reason: "there is no such file.")
      ) {
        try COCOInstances(contentsOf: file)
      }
    }
  }

  @Test("a file that was cut off anywhere is refused")
  func cutOff() throws {
    let folder = try TemporaryFolder()
    let data = Data(COCOFile().text().utf8)
    try Self.read(data, into: folder)
    for count in data.indices {
      #expect(throws: DatasetError.self, "\(count) of \(data.count) bytes") {
        try Self.read(data.prefix(count), into: folder)
      }
    }
  }

  @Test("a file with any changed bytes is read or refused")
  func changed() throws {
    let folder = try TemporaryFolder()
    let data = Data(COCOFile().text().utf8)
    var refused = 0
    for seed in 0..<600 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      var bytes = data
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] =
          Bool.random(using: &generator)
          ? UInt8.random(in: .min ... .max, using: &generator)
          : "[]{}\",:0123456789-.e".utf8.randomElement(using: &generator) ?? 0
      }
      do {
        try Self.read(bytes, into: folder)
      } catch {
        // A trap ends the test.
        #expect(error is DatasetError, "seed \(seed): \(error)")
        refused += 1
      }
    }
    #expect((200...590).contains(refused), "\(refused)")
  }
}
