/// Small label maps on which other engines were run, and what they returned.
///
/// 255 marks pixels that are not scored. Engines: Hugging Face `evaluate` and torchmetrics compute
/// ratios in float64, mmsegmentation in float32, detectron2 from integer counts.
enum ReferenceVectors {
  /// The three maps of Hugging Face's own example: ten classes, none of them absent.
  static let threeMaps = [
    LabelMapPair(
      truth: [[0, 3], [5, 4], [6, 255]],
      prediction: [[1, 2], [3, 4], [5, 255]]),
    LabelMapPair(
      truth: [[1, 7], [9, 2], [3, 6]],
      prediction: [[2, 7], [9, 2], [3, 6]]),
    LabelMapPair(
      truth: [[1, 2, 2], [8, 2, 1], [3, 255, 1]],
      prediction: [[2, 2, 3], [8, 2, 4], [3, 255, 2]]),
  ]

  /// Of four classes, class 2 is predicted but never present, class 3 is neither.
  static let predictedOnly = [
    LabelMapPair(
      truth: [[0, 0, 1, 1], [0, 0, 1, 255]], prediction: [[0, 0, 1, 1], [0, 2, 1, 1]])
  ]

  /// Two images of very different size: a mean over images is not the score over the data set.
  static let unequalImages = [
    LabelMapPair(
      truth: [[0, 0, 0, 0, 0, 0, 0, 0, 0, 1]], prediction: [[0, 0, 0, 0, 0, 0, 0, 0, 1, 1]]),
    LabelMapPair(truth: [[1, 0]], prediction: [[1, 1]]),
  ]
}
