import Datasets
import Foundation
import TestSupport
import Testing

@Suite("SampleSelection")
struct SampleSelectionTests {
  private static let dataset = Dataset(
    name: "toy", split: "val", classList: .numbered(21), labelTable: .voc21,
    samples: ["ulm/ulm_01", "ulm/ulm_02", "b", "a", "c"].map {
      Sample(id: $0, image: URL(filePath: "/\($0).jpg"), label: URL(filePath: "/\($0).png"))
    })

  @Test(
    "takes a part in the data set's order",
    arguments: [
      (.all, ["ulm/ulm_01", "ulm/ulm_02", "b", "a", "c"]),
      (.first(2), ["ulm/ulm_01", "ulm/ulm_02"]),
      (.first(99), ["ulm/ulm_01", "ulm/ulm_02", "b", "a", "c"]),
      (.range(1..<3), ["ulm/ulm_02", "b"]),
      (.range(4..<5), ["c"]),
      (.sample("a"), ["a"]),
    ] as [(SampleSelection, [String])])
  func parts(selection: SampleSelection, ids: [String]) throws {
    let part = try Self.dataset.selecting(selection)
    #expect(part.ids == ids)
    #expect(part.name == "toy")
  }

  @Test("takes the ids of a file in the data set's order")
  func listed() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("c\nulm/ulm_02\n", to: "ids.txt")
    #expect(try Self.dataset.selecting(.listed(in: file)).ids == ["ulm/ulm_02", "c"])
    try folder.write("c\nd\n", to: "ids.txt")
    #expect(throws: DatasetError.self) { try Self.dataset.selecting(.listed(in: file)) }
    try folder.write("c\nc\n", to: "ids.txt")
    #expect(throws: DatasetError.duplicateID("c", list: file, lines: [1, 2])) {
      try Self.dataset.selecting(.listed(in: file))
    }
  }

  @Test("reads a range as it is typed")
  func range() throws {
    #expect(try SampleSelection(range: "3:10") == .range(3..<10))
    for text in ["", "3", "3:", ":3", "3:3", "5:2", "-1:2", "a:b", "1:2:3", "1.0:2"] {
      #expect(throws: DatasetError.invalidRange(text)) { try SampleSelection(range: text) }
    }
  }

  @Test(
    "refuses what selects nothing or reaches beyond the end",
    arguments: [
      (.range(3..<6), .rangeOutsideDataset(3..<6, dataset: "toy", sampleCount: 5)),
      (.range(9..<10), .rangeOutsideDataset(9..<10, dataset: "toy", sampleCount: 5)),
      (.first(0), .invalidLimit(0)),
      (.first(-2), .invalidLimit(-2)),
    ] as [(SampleSelection, DatasetError)])
  func nothing(selection: SampleSelection, expected: DatasetError) {
    #expect(throws: expected) { try Self.dataset.selecting(selection) }
  }

  @Test(
    "suggests the id that was meant",
    arguments: [
      ("ulm_02", "ulm/ulm_02"), ("ulm/ulm_02.png", "ulm/ulm_02"), ("images/B.jpg", "b"),
      ("ulm/ulm_1", "ulm/ulm_01"), ("something else", nil),
    ])
  func suggestion(id: String, suggestion: String?) {
    #expect(
      throws: DatasetError.unknownSample(
        id, dataset: "toy", split: "val", suggestion: suggestion)
    ) {
      try Self.dataset.selecting(.sample(id))
    }
  }

  @Test("describes its errors")
  func descriptions() {
    #expect(
      "\(DatasetError.unknownSample("B", dataset: "toy", split: "val", suggestion: "b"))"
        == "`B` is no sample of toy val. Did you mean `b`?")
    #expect(
      "\(DatasetError.rangeOutsideDataset(3..<6, dataset: "toy", sampleCount: 5))"
        == "3:6 reaches beyond toy, which has 5 samples: 0:5 is all of it.")
  }
}
