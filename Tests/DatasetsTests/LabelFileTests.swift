import Datasets
import Foundation
import Imaging
import TestSupport
import Testing

@Suite("LabelFile")
struct LabelFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// A file of 2 × 2 labels in each format.
  private func files(holding labels: [UInt16]) throws -> [LabelFile] {
    let writer = MATLABWriter()
    let columns = [labels[0], labels[2], labels[1], labels[3]]
    let matrix = writer.matrix(
      "S", class: 11, dimensions: [2, 2], type: 4,
      numbers: columns.flatMap { writer.number(UInt64($0), width: 2) })
    let colours = labels.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8), 0] as [UInt8] }
    let map = LabelMap(width: 2, height: 2, labels: labels)
    return [
      LabelFile(try folder.write(map.pngData(), to: "index.png")),
      LabelFile(
        try folder.write(
          RGBImage(width: 2, height: 2, samples: colours).pngData(), to: "colours.png"),
        format: .redGreenPNG),
      LabelFile(
        try folder.write(writer.file(matrix), to: "matrix.mat"), format: .matlab(variable: "S")),
    ]
  }

  @Test("reads the same labels from every format")
  func formats() throws {
    for labels: [UInt16] in [[0, 1, 2, 3], [0, 255, 256, 1_000]] {
      for file in try files(holding: labels) {
        let map = try file.labelMap()
        #expect(map == LabelMap(width: 2, height: 2, labels: labels), "\(file.format)")
        let sample = Sample(id: "a", image: folder.path("a.jpg"), labelFile: file)
        #expect(try sample.labelMap() == map)
      }
    }
  }

  @Test("maps the labels of every format by the table")
  func groundTruth() throws {
    for file in try files(holding: [0, 1, 50, 1_000]) {
      let truth = try file.groundTruth(using: .imageNetS(classCount: 50))
      #expect(truth.labels == [LabelMap.ignored, 0, 49, LabelMap.ignored], "\(file.format)")
    }
    for file in try files(holding: [0, 1, 52, 50]) {
      #expect(
        throws: DatasetError.unknownLabels(
          file: file.url, labels: [52: 1], known: [0...50, 1_000...1_000], hint: nil)
      ) {
        try file.groundTruth(using: .imageNetS(classCount: 50))
      }
    }
  }

  @Test("refuses a picture where red and green hold the label")
  func picture() throws {
    let url = try folder.write(
      RGBImage(width: 2, height: 1, samples: [1, 0, 0, 1, 2, 3]).pngData(), to: "a.png")
    let error = #expect(throws: DatasetError.self) {
      try LabelFile(url, format: .redGreenPNG).labelMap()
    }
    #expect(
      folder.relative(error?.description ?? "") == """
        a.png: no sound label map in red and green: got 1 of 2 pixels with blue, expected none: take \
        the PNGs of the published archive, in which a label is red + 256 · green.
        """)
  }

  @Test("refuses colours where an index PNG is expected, and reads one of 16 bits")
  func indexPNG() throws {
    let files = try files(holding: [0, 1, 2, 3])
    #expect(throws: ImagingError.self) { try LabelFile(files[1].url).labelMap() }
    let wide = try folder.write(
      LabelMap(width: 2, height: 1, labels: [459, 0]).pngData(), to: "wide.png")
    #expect(try LabelFile(wide).labelMap().labels == [459, 0])
  }

  @Test("original and converted labels of PASCAL Context and COCO-Stuff 10k are one ground truth")
  func conversions() throws {
    let cases: [(table: LabelTable, original: [UInt16], converted: [UInt16], truth: [UInt16])] = [
      (
        .originalContext59, [0, 2, 458, 431], [0, 1, 59, 0],
        [LabelMap.ignored, 0, 58, LabelMap.ignored]
      ),
      (.originalContext60, [0, 2, 458, 431], [0, 1, 59, 0], [0, 1, 59, 0]),
      (.cocoStuff10k171, [0, 1, 182, 13], [0, 1, 171, 12], [LabelMap.ignored, 0, 170, 11]),
    ]
    for (table, original, converted, truth) in cases {
      for file in try files(holding: original) {
        #expect(try file.groundTruth(using: table).labels == truth)
      }
      for file in try files(holding: converted) {
        let file = LabelFile(file.url, format: file.format, encoding: .trainIDs)
        #expect(try file.groundTruth(using: table).labels == truth)
      }
    }
  }
}
