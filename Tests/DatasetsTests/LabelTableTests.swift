import Datasets
import Foundation
import Imaging
import TestSupport
import Testing

@Suite("LabelTable")
struct LabelTableTests {
  private static let file = URL(filePath: "/data/a.png")

  private static func map(_ labels: [UInt16], by table: LabelTable) throws -> [UInt16] {
    try table.map(
      LabelMap(width: labels.count, height: 1, labels: labels), file: file
    ).labels
  }

  @Test("VOC without background: 0 and 255 are not scored, the rest moves down by one")
  func voc20() throws {
    #expect(
      try Self.map([0, 1, 2, 20, 255], by: .voc20) == [
        LabelMap.ignored, 0, 1, 19, LabelMap.ignored,
      ])
    #expect(LabelTable.voc20.classCount == 20)
  }

  @Test("VOC with background: only 255 is not scored")
  func voc21() throws {
    #expect(try Self.map([0, 1, 20, 255], by: .voc21) == [0, 1, 20, LabelMap.ignored])
  }

  @Test("Cityscapes: 19 of the label ids 0 to 33 are scored")
  func cityscapes() throws {
    let table = LabelTable.cityscapes
    #expect(table.entries.map(\.raw) == Array(0...33))
    #expect(table.entries.compactMap(\.trainID) == Array(0..<19))
    #expect(
      try Self.map([7, 33, 0, 29], by: table) == [0, 18, LabelMap.ignored, LabelMap.ignored])
  }

  @Test("Cityscapes: as in the list of labels", .requiresSharedData)
  func cityscapesList() throws {
    let text = try String(
      decoding: SharedData.data("data/mappings/cityscapes_labelid_to_trainid.tsv"), as: UTF8.self)
    let rows = text.split(separator: "\n").dropFirst().map { $0.split(separator: "\t") }
    let listed = rows.compactMap { row -> LabelTable.Entry? in
      guard let raw = Int(row[0]), let trainID = Int(row[1]), raw >= 0 else { return nil }
      return LabelTable.Entry(raw: raw, trainID: trainID == 255 ? nil : trainID)
    }
    #expect(listed.count == 34)
    #expect(LabelTable.cityscapes.entries == listed)
  }

  @Test("PASCAL Context: 0 is the background, which is a class or not scored")
  func context() throws {
    #expect(try Self.map([0, 1, 59], by: .context60) == [0, 1, 59])
    #expect(try Self.map([0, 1, 59], by: .context59) == [LabelMap.ignored, 0, 58])
  }

  @Test("ADE20K: 0 is everything else and not scored")
  func ade20k() throws {
    #expect(try Self.map([0, 1, 150], by: .ade20k150) == [LabelMap.ignored, 0, 149])
  }

  @Test("COCO-Stuff: 171 of 182 labels are in use, and the others mean nothing")
  func cocoStuff() throws {
    #expect(
      try Self.map([0, 10, 12, 89, 91, 181, 255], by: .cocoStuff171) == [
        0, 10, 11, 79, 80, 170, LabelMap.ignored,
      ])
    #expect(LabelTable.cocoStuff171.entries.compactMap(\.trainID) == Array(0..<171))
    #expect(throws: DatasetError.self) { try Self.map([0, 11], by: .cocoStuff171) }
  }

  @Test("COCO-Object: what is no thing is background, and so is what is not annotated")
  func cocoObject() throws {
    #expect(
      try Self.map([0, 10, 12, 89, 91, 181, 255], by: .cocoObject81) == [1, 11, 12, 80, 0, 0, 0])
  }

  @Test(
    "Benchmarks with and without background differ by one, and by the background",
    arguments: [(LabelTable.voc21, LabelTable.voc20), (.context60, .context59)])
  func background(with: LabelTable, without: LabelTable) {
    #expect(with.classCount == without.classCount + 1)
    #expect(
      without.entries
        == with.entries.map { entry in
          LabelTable.Entry(
            raw: entry.raw, trainID: entry.trainID.flatMap { $0 == 0 ? nil : $0 - 1 })
        })
  }

  /// The entries of a published list: labels in the first column, train ids in another, which is
  /// blank where a label means nothing.
  private static func entries(
    of file: String, trainIDs column: Int, ignoring ignored: Int? = 255
  ) throws -> [LabelTable.Entry] {
    let text = try String(decoding: SharedData.data("data/mappings/\(file)"), as: UTF8.self)
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard column < cells.count, let raw = Int(cells[0]), let trainID = Int(cells[column]) else {
        return nil
      }
      return LabelTable.Entry(raw: raw, trainID: trainID == ignored ? nil : trainID)
    }
  }

  @Test("COCO: as in the lists of labels", .requiresSharedData)
  func cocoLists() throws {
    let stuff = try Self.entries(of: "cocostuff164k_png_to_trainid.tsv", trainIDs: 3)
    #expect(stuff.count == 172)
    #expect(LabelTable.cocoStuff171.entries == stuff)
    let object = try Self.entries(
      of: "cocoobject_png_to_trainid.tsv", trainIDs: 2, ignoring: nil)
    #expect(object.count == 172)
    #expect(LabelTable.cocoObject81.entries == object)
  }

  @Test("PASCAL Context: as in the list of labels", .requiresSharedData)
  func contextList() throws {
    let file = "context60_rawid_to_trainid.tsv"
    let with = try Self.entries(of: file, trainIDs: 2)
    let without = try Self.entries(of: file, trainIDs: 3)
    #expect(with.count == 60)
    for (with, without) in zip(with, without) {
      let raw = try UInt16(#require(with.trainID))
      #expect(try Self.map([raw], by: .context60) == [raw])
      #expect(
        try Self.map([raw], by: .context59) == [without.trainID.map { UInt16($0) } ?? .max])
    }
  }

  @Test("PASCAL Context's original labels: as in the list of labels", .requiresSharedData)
  func originalContextList() throws {
    let file = "context60_rawid_to_trainid.tsv"
    let others = Set(0...459).subtracting(try Self.entries(of: file, trainIDs: 2).map(\.raw))
    #expect(others.count == 400)
    for (table, column) in [(LabelTable.originalContext60, 2), (.originalContext59, 3)] {
      let listed = try Self.entries(of: file, trainIDs: column, ignoring: 255)
      let background = others.map { LabelTable.Entry(raw: $0, trainID: column == 2 ? 0 : nil) }
      #expect(table.entries == (listed + background).sorted { $0.raw < $1.raw })
    }
  }

  @Test("PASCAL Context's original labels: 59 of 459 are scored, and all else is background")
  func originalContext() throws {
    #expect(
      try Self.map([0, 1, 2, 458, 459], by: .originalContext59) == [
        LabelMap.ignored, LabelMap.ignored, 0, 58, LabelMap.ignored,
      ])
    #expect(try Self.map([0, 1, 2, 458, 459], by: .originalContext60) == [0, 0, 1, 59, 0])
    #expect(throws: DatasetError.self) { try Self.map([460], by: .originalContext60) }
  }

  @Test(
    "COCO-Stuff 10k: the labels of COCO-Stuff 164k, one higher, and 0 where nothing is annotated")
  func cocoStuff10k() {
    #expect(
      LabelTable.cocoStuff10k171.entries.dropFirst()
        == LabelTable.cocoStuff171.entries.dropLast().map {
          LabelTable.Entry(raw: $0.raw + 1, trainID: $0.trainID)
        }[...])
    #expect(LabelTable.cocoStuff10k171.entries[0] == LabelTable.Entry(raw: 0, trainID: nil))
  }

  @Test("ImageNet-S: 0 is everything else, 1,000 is not annotated", arguments: [50, 300, 919])
  func imageNetS(classCount: Int) throws {
    let last = UInt16(classCount)
    #expect(
      try Self.map([0, 1, last, 1_000], by: .imageNetS(classCount: classCount)) == [
        LabelMap.ignored, 0, last - 1, LabelMap.ignored,
      ])
  }

  @Test("A background that is not scored is told from what is not annotated")
  func unscoredBackground() {
    for table: LabelTable in [.voc20, .context59, .ade20k150, .imageNetS(classCount: 50)] {
      #expect(table.unscoredBackground == [0])
    }
    #expect(LabelTable.originalContext59.unscoredBackground.count == 401)
    for table: LabelTable in [
      .voc21, .context60, .originalContext60, .cityscapes, .cocoStuff171, .cocoStuff10k171,
      .cocoObject81,
    ] {
      #expect(table.unscoredBackground.isEmpty)
    }
  }

  @Test("Train ids: 255 is not scored unless it is a class")
  func trainIDs() throws {
    #expect(try Self.map([0, 1, 255], by: .trainIDs(classCount: 2)) == [0, 1, LabelMap.ignored])
    #expect(
      try Self.map([255, 299, 65_535], by: .trainIDs(classCount: 300)) == [
        255, 299, LabelMap.ignored,
      ])
  }

  @Test("Labels are looked up once, never replaced one after the other")
  func noChain() throws {
    let table = try LabelTable(
      classCount: 3,
      entries: [1: 2, 2: 0, 0: 1].map { LabelTable.Entry(raw: $0, trainID: $1) })
    #expect(try Self.map([0, 1, 2], by: table) == [1, 2, 0])
  }

  @Test("Zero reduced as mmsegmentation reduces it: 150 classes after a zero for everything else")
  func reducedZero() throws {
    let table = try LabelTable(
      classCount: 150,
      entries: (1...150).map { LabelTable.Entry(raw: $0, trainID: $0 - 1) }
        + [0, 255].map { LabelTable.Entry(raw: $0, trainID: nil) })
    #expect(
      try Self.map([0, 1, 2, 150, 255], by: table) == [
        LabelMap.ignored, 0, 1, 149, LabelMap.ignored,
      ])
  }

  @Test(
    "Entries make a table of the same meanings again",
    arguments: [
      LabelTable.voc20, .voc21, .context59, .context60, .cocoStuff171, .cocoObject81, .ade20k150,
      .cityscapes, .originalContext59, .originalContext60, .cocoStuff10k171,
      .imageNetS(classCount: 919),
    ])
  func entries(table: LabelTable) throws {
    let again = try LabelTable(classCount: table.classCount, entries: table.entries)
    #expect(again.classCount == table.classCount && again.entries == table.entries)
  }

  @Test("Sixteen-bit labels are labels like others")
  func wideLabels() throws {
    let table = try LabelTable(
      classCount: 1,
      entries: [
        LabelTable.Entry(raw: 24_000, trainID: 0), LabelTable.Entry(raw: 65_535, trainID: nil),
        LabelTable.Entry(raw: 65_534, trainID: nil),
      ])
    #expect(try Self.map([24_000, 65_535], by: table) == [0, LabelMap.ignored])
    #expect(try Self.map([65_534], by: table) == [LabelMap.ignored])
  }

  @Test("Every unknown label is named with its pixels")
  func unknownLabels() throws {
    let error = #expect(throws: DatasetError.self) {
      try Self.map([0, 77, 21, 77, 255], by: .voc21)
    }
    #expect(
      error
        == .unknownLabels(
          file: Self.file, labels: [21: 1, 77: 2], known: [0...20, 255...255], hint: nil))
    #expect(
      error?.description == """
        /data/a.png: labels outside the table: 21 (1 pixel), 77 (2 pixels). Known are 0 to 20, \
        255. Check that `dataset.kind` is that of the files; a data set of your own names its \
        labels in `dataset.labelMap` and `dataset.ignoreLabel`.
        """)
  }

  @Test(
    "Unknown labels that look like something people meet come with advice",
    arguments: [
      ([0, 255], .trainIDs(classCount: 300), nil),
      ([7, 255], .cityscapes, .cityscapesTrainIDs),
      ([7, 21, 26, 33], .trainIDs(classCount: 19), .cityscapesLabelIDs),
      ([0, 1, 2, 3], .trainIDs(classCount: 3), .countsFromOne),
      ([26_000, 26_001], .voc21, .instanceIDs),
      (Array(0...200), .voc21, .picture),
      (Array(1_000...2_000), .voc21, .instanceIDs),
      ([0, 58, 255], .context59, .reducedZero),
      ([0, 149, 255], .ade20k150, .reducedZero),
      ([0, 11, 25, 170, 255], .cocoStuff171, .cocoTrainIDs),
      ([0, 11, 80], .cocoObject81, .cocoTrainIDs),
      ([0, 1, 12, 172], .cocoStuff10k171, .cocoStuff10kVersion1),
      ([77], .voc21, nil),
    ] as [([UInt16], LabelTable, LabelHint?)])
  func hints(labels: [UInt16], table: LabelTable, hint: LabelHint?) throws {
    guard hint != nil || labels == [77] else {
      #expect(throws: Never.self) { try Self.map(labels, by: table) }
      return
    }
    let error = #expect(throws: DatasetError.self) { try Self.map(labels, by: table) }
    guard case .unknownLabels(_, _, _, let found) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(found == hint)
  }

  @Test("255 where nothing says that it is not scored comes with that advice")
  func void() throws {
    let table = try LabelTable(classCount: 1, entries: [LabelTable.Entry(raw: 0, trainID: 0)])
    let error = #expect(throws: DatasetError.self) { try Self.map([0, 255], by: table) }
    #expect(
      error?.description == """
        /data/a.png: labels outside the table: 255 (1 pixel). Known are 0. 255 is the customary \
        value of pixels that are not scored: if it is here, set `dataset.ignoreLabel` to 255.
        """)
  }

  @Test(
    "Unsound tables are refused",
    arguments: [
      ([LabelTable.Entry(raw: 70_000, trainID: 0)], .rawLabelOutOfRange(70_000)),
      ([LabelTable.Entry(raw: -1, trainID: 0)], .rawLabelOutOfRange(-1)),
      (
        [LabelTable.Entry(raw: 5, trainID: 2)],
        .trainIDOutOfRange(raw: 5, trainID: 2, classCount: 2)
      ),
      (
        [LabelTable.Entry(raw: 5, trainID: 1), LabelTable.Entry(raw: 5, trainID: nil)],
        .rawLabelWithTwoMeanings(5)
      ),
    ] as [([LabelTable.Entry], DatasetError)])
  func unsound(entries: [LabelTable.Entry], expected: DatasetError) {
    #expect(throws: expected) { try LabelTable(classCount: 2, entries: entries) }
  }
}
