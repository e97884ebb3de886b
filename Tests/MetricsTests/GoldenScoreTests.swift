import Foundation
import Imaging
import Metrics
import TestSupport
import Testing

@Suite("Scores against reference files", .requiresSharedData)
struct GoldenScoreTests {
  private struct LabelMapScores: Decodable {
    var classes: Int
    var ignore: Int
    var confusion: [[Int64]]
    var iou: [Double?]
    var accuracy: [Double?]
    var pixelAccuracy: Double
    var mIoU: Double
    var fwIoU: Double

    enum CodingKeys: String, CodingKey {
      case classes, ignore, confusion, iou, accuracy, mIoU, fwIoU
      case pixelAccuracy = "pixel_accuracy"
    }
  }

  @Test("scikit-learn's confusion matrix and scores of six label maps with void")
  func labelMaps() throws {
    let file = try ReferenceTensors(SharedData.url("golden/metrics.safetensors"))
    let expected = try JSONDecoder().decode(
      LabelMapScores.self, from: SharedData.data("golden/metrics.json"))
    let (shape, truth) = try file.bytes("ground_truth")
    let (_, prediction) = try file.bytes("prediction")
    let size = shape[1] * shape[2]
    let images = (0..<shape[0]).map { image in
      let pixels = image * size..<(image + 1) * size
      let maps = [truth, prediction].map { labels in
        LabelMap(
          width: shape[2], height: shape[1],
          labels: labels[pixels].map {
            Int($0) == expected.ignore ? LabelMap.ignored : UInt16($0)
          })
      }
      return LabelMapPair(truth: maps[0], prediction: maps[1])
    }
    let matrix = try confusion(of: images, classCount: expected.classes)
    for (row, counts) in expected.confusion.enumerated() {
      for (column, count) in counts.enumerated() {
        #expect(matrix[truth: row, prediction: column] == count, "cell [\(row), \(column)]")
      }
      #expect(matrix[truth: row, prediction: expected.classes] == 0, "row \(row), none")
    }
    #expect(matrix.scoredPixels + matrix.ignoredPixels == Int64(shape.reduce(1, *)))

    let scores = matrix.scores()
    let tolerance = 1e-12
    expectScores(
      scores.perClass.map(\.intersectionOverUnion), expected.iou, within: tolerance, "IoU")
    expectScores(
      scores.perClass.map(\.accuracy), expected.accuracy, within: tolerance, "accuracy")
    expectScore(scores.mIoU, expected.mIoU, within: tolerance, "mIoU")
    expectScore(scores.aAcc, expected.pixelAccuracy, within: tolerance, "aAcc")
    expectScore(scores.fwIoU, expected.fwIoU, within: tolerance, "fwIoU")
  }

  private struct Chain: Decodable {
    struct Benchmark: Decodable {
      var classes: Int
      var pixels: Int64
      var mIoU: Double
      var aAcc: Double
    }
    var sets: [String: Benchmark]
  }

  @Test("The authors' counts give the authors' scores", arguments: ["vit-tiny", "rn-tiny"])
  func chain(model: String) throws {
    let chain = try JSONDecoder().decode(
      Chain.self, from: SharedData.data("golden/chain-\(model).json"))
    let file = try ReferenceTensors(SharedData.url("golden/chain-\(model).safetensors"))
    for (name, benchmark) in chain.sets.sorted(by: { $0.key < $1.key }) {
      let (shape, counts) = try file.integers("\(name).confusion")
      try #require(shape == [benchmark.classes, benchmark.classes])
      let rows = (0..<shape[0]).map { Array(counts[$0 * shape[1]..<($0 + 1) * shape[1]]) + [0] }
      let document: [String: Any] = [
        "classCount": shape[0], "counts": rows, "ignoredPixels": 0,
      ]
      let matrix = try JSONDecoder().decode(
        ConfusionMatrix.self, from: JSONSerialization.data(withJSONObject: document))
      let scores = matrix.scores()
      #expect(matrix.scoredPixels == benchmark.pixels, "\(name)")
      expectScore(scores.mIoU, benchmark.mIoU, within: 1e-12, "\(name) mIoU")
      expectScore(scores.aAcc, benchmark.aAcc, within: 1e-12, "\(name) aAcc")
    }
  }

  private struct Vectors: Decodable {
    struct Engine: Decodable {
      var mIoU: Double
    }
    struct PredictedOnly: Decodable {
      var pred: [[Int]]
      var gt: [[Int]]
      var numClasses: Int
      var ignore: Int
      var mmseg: Engine
      var mmsegZero: Double
      var detectron2: Engine
      var detectron2Tag: Double
      var torchseg: Double

      enum CodingKeys: String, CodingKey {
        case pred, gt, ignore, mmseg, detectron2, torchseg
        case numClasses = "num_classes"
        case mmsegZero = "mmseg_nan_to_num0"
        case detectron2Tag = "detectron2_tag_v0.6_mIoU"
      }
    }
    struct OutOfRange: Decodable {
      var pred: [[Int]]
      var gt: [[Int]]
      var numClasses: Int

      enum CodingKeys: String, CodingKey {
        case pred, gt
        case numClasses = "num_classes"
      }
    }
    var predictedOnly: PredictedOnly
    var outOfRange: OutOfRange

    enum CodingKeys: String, CodingKey {
      case predictedOnly = "V2_pred_only_class"
      case outOfRange = "V3_gt_out_of_range_not_ignored"
    }
  }

  @Test("Every engine's policy has its own")
  func policies() throws {
    let vectors = try JSONDecoder().decode(
      Vectors.self, from: SharedData.data("data/metric_vectors.json"))
    let vector = vectors.predictedOnly
    let matrix = try confusion(
      of: [
        LabelMapPair(truth: vector.gt, prediction: vector.pred, ignoring: vector.ignore)
      ], classCount: vector.numClasses)
    let byDefault = matrix.scores().mIoU
    expectScore(byDefault, vector.mmseg.mIoU, within: 1e-6, "mmsegmentation")
    expectScore(byDefault, vector.torchseg, within: 1e-12, "TorchSeg")
    expectScore(byDefault, vector.detectron2Tag, within: 1e-12, "detectron2 v0.6")
    expectScore(
      matrix.scores(policy: .presentOnly).mIoU, vector.detectron2.mIoU, within: 1e-12, "detectron2")
    expectScore(
      matrix.scores(policy: .zero).mIoU, vector.mmsegZero, within: 1e-12, "nan_to_num=0")
  }

  @Test("The out-of-range case is refused")
  func outOfRange() throws {
    let vector = try JSONDecoder().decode(
      Vectors.self, from: SharedData.data("data/metric_vectors.json")
    ).outOfRange
    let image = LabelMapPair(truth: vector.gt, prediction: vector.pred)
    #expect(
      throws: MetricsError.truthOutsideTable(labels: [7: 1], classCount: vector.numClasses)
    ) {
      try confusion(of: [image], classCount: vector.numClasses)
    }
  }
}
