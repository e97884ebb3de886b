import Foundation
import Metrics
import TestSupport

@testable import Evaluation

/// A finished run of a segmentation that nobody computed, to be held against others.
struct HandMadeRun {
  static let classNames = ["sky", "sea", "buoy"]
  static let method = "clip"

  /// What each image gave.
  var images: [ConfusionMatrix]

  var kernels: String? = "a"
  var hash = "abc"

  /// Images with a hundred true pixels of each class they show, which are sky and sea.
  ///
  /// - Parameters:
  ///   - count: How many images there are.
  ///   - buoys: How many of the images show the third class too.
  ///   - right: How many of an image's pixels of a class are found; the others are taken for the next.
  init(images count: Int, buoys: Int = 0, right: (_ image: Int, _ classID: Int) -> Int64) {
    images = (0..<count).map { image in
      var matrix = ConfusionMatrix(classCount: 3)
      let shown = image < buoys ? 3 : 2
      for classID in 0..<shown {
        let found = right(image, classID)
        if found > 0 { matrix.add(found, truth: classID, prediction: classID) }
        if found < 100 {
          matrix.add(100 - found, truth: classID, prediction: (classID + 1) % shown)
        }
      }
      return matrix
    }
  }

  /// The scores over all images.
  var result: ResultDocument {
    var total = ConfusionMatrix(classCount: 3)
    for image in images { total.merge(image) }
    return ResultDocument(
      hash: hash,
      experiment: [
        "content": [
          "task": "segmentation", "protocol": ["absentClasses": "predicted-counts-zero"],
        ]
      ],
      rows: [
        ResultRow(
          method: Self.method, classNames: Self.classNames, images: images.count,
          confusion: total, policy: .predictedCountsZero, leavingOut: [])
      ],
      execution: Execution(
        date: Date(timeIntervalSince1970: 0), version: "1", arguments: [], processor: "p",
        matrixKernels: kernels, workers: 1, batch: 1, files: [:], seconds: [:]))
  }

  /// The folder's file of records.
  func recordLines(prefix: String = "image") throws -> Data {
    try images.enumerated().reduce(into: Data()) { lines, image in
      lines += try RecordReading.lines(of: [
        ImageRecord(
          id: "\(prefix)\(image.offset)", method: Self.method, hashes: ["label": "\(image.offset)"],
          seconds: 0, content: SegmentationContent(image.element))
      ])
    }
  }

  /// Writes the run's folder.
  func write(_ name: String, in folder: TemporaryFolder) throws -> URL {
    try folder.write(result.jsonData(), to: "\(name)/result.json")
    try folder.write(recordLines(), to: "\(name)/images.jsonl")
    return folder.url.appending(path: name)
  }
}
