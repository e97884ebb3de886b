import Imaging

/// The ground truth and the prediction of one image.
struct LabelMapPair {
  var truth: LabelMap
  var prediction: LabelMap

  /// A pair from rows of numbers in which one value stands for "not scored" and "not predicted".
  init(truth: [[Int]], prediction: [[Int]], ignoring ignored: Int = 255) {
    self.truth = LabelMap(rows: truth, ignoring: ignored)
    self.prediction = LabelMap(rows: prediction, ignoring: ignored)
  }

  init(truth: LabelMap, prediction: LabelMap) {
    self.truth = truth
    self.prediction = prediction
  }
}

extension LabelMap {
  /// A map from rows of numbers in which one value stands for an ignored pixel.
  init(rows: [[Int]], ignoring ignored: Int = 255) {
    self.init(
      width: rows[0].count, height: rows.count,
      labels: rows.joined().map { $0 == ignored ? LabelMap.ignored : UInt16($0) })
  }
}
