import Datasets
import Foundation
import Imaging
import TestSupport
import Testing

@Suite("Ground truth")
struct GroundTruthTests {
  @Test("is decoded and mapped by the table of the data set")
  func raw() throws {
    let folder = try TemporaryFolder()
    let label = try folder.write(labels: [0, 5, 255], to: "a.png")
    let sample = Sample(id: "a", image: folder.path("a.jpg"), label: label)
    let truth = try sample.groundTruth(using: .voc20)
    #expect(
      truth == LabelMap(width: 3, height: 1, labels: [LabelMap.ignored, 4, LabelMap.ignored]))
  }

  @Test("of a file of train ids is not mapped again")
  func trainIDs() throws {
    let folder = try TemporaryFolder()
    let label = try folder.write(labels: [0, 18, 255], to: "a.png")
    let sample = Sample(
      id: "a", image: folder.path("a.jpg"), label: label, labelEncoding: .trainIDs)
    #expect(try sample.groundTruth(using: .cityscapes).labels == [0, 18, LabelMap.ignored])
  }

  @Test("of COCO's published labels under the name of train ids comes with advice")
  func publishedLabels() throws {
    let folder = try TemporaryFolder()
    let label = try folder.write(labels: [0, 181, 181], to: "1_labelTrainIds.png")
    let sample = Sample(
      id: "1", image: folder.path("1.jpg"), label: label, labelEncoding: .trainIDs)
    let error = #expect(throws: DatasetError.self) {
      try sample.groundTruth(using: .cocoStuff171)
    }
    #expect(
      folder.relative(error?.description ?? "") == """
        1_labelTrainIds.png: labels outside the table: 181 (2 pixels). Known are 0 to 170, 255, \
        65535. The file looks like COCO's published label map under the name of train ids: its name \
        is to be the image's, with `.png`.
        """)
  }

  @Test("outside the table names file, value and pixels")
  func unknownLabel() throws {
    let folder = try TemporaryFolder()
    let label = try folder.write(labels: [0, 77, 77], to: "a.png")
    let sample = Sample(id: "a", image: folder.path("a.jpg"), label: label)
    #expect(
      throws: DatasetError.unknownLabels(
        file: label, labels: [77: 2], known: [0...20, 255...255], hint: nil)
    ) {
      try sample.groundTruth(using: .voc21)
    }
  }

  @Test("that cannot be decoded says why")
  func notALabelMap() throws {
    let folder = try TemporaryFolder()
    let label = try folder.write(
      RGBImage(width: 1, height: 1, samples: [1, 2, 3]).pngData(), to: "a.png")
    let sample = Sample(id: "a", image: folder.path("a.jpg"), label: label)
    #expect(throws: ImagingError.self) { try sample.groundTruth(using: .voc21) }
  }
}
