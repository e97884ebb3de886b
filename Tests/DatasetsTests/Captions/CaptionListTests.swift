import Datasets
import Foundation
import TestSupport
import Testing

@Suite("CaptionList")
struct CaptionListTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["a.jpg", "deep/b c.png"] { try folder.write("image", to: name) }
  }

  private func list(_ text: String, _ name: String = "pairs.tsv") throws -> CaptionList {
    try CaptionList(contentsOf: folder.write(text, to: name))
  }

  private func expectRefusal(
    _ text: String, _ name: String = "pairs.tsv", mentioning parts: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: DatasetError.self, sourceLocation: sourceLocation) {
      try list(text, name)
    }
    for part in parts + [name] {
      #expect(
        error?.description.contains(part) == true, "\(part) is not in \(error?.description ?? "")",
        sourceLocation: sourceLocation)
    }
  }

  @Test("A line is an image, a tab and a text; texts of one image come together")
  func tabs() throws {
    let list = try list("deep/b c.png\ta dog.\n\na.jpg\t two words \r\ndeep/b c.png\tagain")
    #expect(list.pairCount == 3)
    #expect(list.images.map(\.texts) == [["a dog.", "again"], ["two words"]])
    #expect(
      list.images.map { $0.image.path }
        == ["deep/b c.png", "a.jpg"].map {
          folder.url.appending(path: $0).path
        })
  }

  @Test("In a file.jsonl a line is an object, whatever else it holds")
  func objects() throws {
    let path = folder.url.appending(path: "a.jpg").path
    let list = try list(
      #"{"text": "tab\there", "image": "deep/b c.png", "id": 7}"# + "\n"
        + #"{"image": "\#(path)", "text": "é"}"#, "pairs.jsonl")
    #expect(list.images.map(\.texts) == [["tab\there"], ["é"]])
    #expect(list.images[1].image.path == path)
  }

  @Test("What is no pair is told with its line")
  func malformed() {
    for line in ["a.jpg", "a.jpg a dog", "a.jpg\t", "\ta dog", "a.jpg\ta\tdog"] {
      expectRefusal("a.jpg\tsound\n\(line)", mentioning: ["line 2", "a tab"])
    }
    for line in [#"{"image": "a.jpg"}"#, #"{"image": "a.jpg", "text": " "}"#, "[]", "a.jpg\tdog"] {
      expectRefusal(line, "pairs.jsonl", mentioning: ["line 1", "`text`"])
    }
    expectRefusal("\n \n", mentioning: ["no line"])
  }

  @Test("Images that are not there are told before anything is computed")
  func missing() {
    expectRefusal("a.jpg\tdog\nnone.jpg\tcat\nnone.jpg\tdog", mentioning: ["1 of 2", "none.jpg"])
    #expect(throws: DatasetError.self) {
      try CaptionList(contentsOf: folder.url.appending(path: "no.tsv"))
    }
  }
}
