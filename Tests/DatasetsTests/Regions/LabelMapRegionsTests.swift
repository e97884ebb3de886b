import Datasets
import Foundation
import Imaging
import TestSupport
import Testing

@Suite("LabelMapRegions")
struct LabelMapRegionsTests {
  /// The regions in a row of labels as text: the class, then `#` inside, `~` void and `.` outside.
  private static func regions(
    _ labels: [UInt16], _ table: LabelTable, encoding: LabelEncoding = .raw,
    outside: OutsideRule = .all, annotatesBackground: Bool = true
  ) throws -> [String] {
    let folder = try TemporaryFolder()
    let label = try folder.write(labels: labels, to: "a.png")
    let source = LabelMapRegions(
      table: table, outside: outside, annotatesBackground: annotatesBackground)
    return try source.regions(
      of: Sample(id: "a", image: label, label: label, labelEncoding: encoding)
    ).map { region in
      #expect(region.inside.width == labels.count && region.inside.height == 1)
      let pixels = zip(region.inside.pixels, region.void.pixels)
      return "\(region.classID) " + pixels.map { $0 ? "#" : $1 ? "~" : "." }.joined()
    }
  }

  @Test("VOC: only 255 is void, and the background is outside under either rule")
  func voc() throws {
    for rule in OutsideRule.allCases {
      #expect(
        try Self.regions([0, 3, 255, 3, 20, 0], .voc20, outside: rule) == ["2 .#~#..", "19 ..~.#."])
    }
  }

  @Test(
    "PASCAL Context and ADE20K: 0 is outside, or void where only what was labelled is outside",
    arguments: [LabelTable.context59, .ade20k150])
  func unlabelled(table: LabelTable) throws {
    for (rule, expected) in [(OutsideRule.all, "4 .##."), (.labelled, "4 ~##.")] {
      let regions = try Self.regions(
        [0, 5, 5, 6], table, outside: rule, annotatesBackground: false)
      #expect(
        regions == [expected, expected.replacing("##.", with: "..#").replacing("4", with: "5")])
    }
  }

  @Test("Cityscapes: every label that is not scored is void, from raw labels and from train ids")
  func cityscapes() throws {
    #expect(
      try Self.regions([0, 7, 4, 26, 33], .cityscapes) == [
        "0 ~#~..", "13 ~.~#.", "18 ~.~.#",
      ])
    #expect(
      try Self.regions([255, 0, 255, 13, 18], .cityscapes, encoding: .trainIDs)
        == ["0 ~#~..", "13 ~.~#.", "18 ~.~.#"])
  }

  @Test("COCO-Stuff: 255 is void, from raw labels and from train ids")
  func stuff() throws {
    let expected = ["0 #..~", "79 .#.~", "170 ..#~"]
    #expect(try Self.regions([0, 89, 181, 255], .cocoStuff171) == expected)
    #expect(try Self.regions([0, 79, 170, 255], .cocoStuff171, encoding: .trainIDs) == expected)
  }

  @Test("a label map without classes has no regions")
  func nothing() throws {
    #expect(try Self.regions([0, 0, 255], .voc20).isEmpty)
  }

  @Test("a label outside the table is an error")
  func unknownLabel() {
    #expect(throws: DatasetError.self) { try Self.regions([0, 21], .voc20) }
  }
}
