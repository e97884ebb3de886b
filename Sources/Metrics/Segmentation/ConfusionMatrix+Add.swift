public import Imaging

extension ConfusionMatrix {
  /// Counts the pixels of one image.
  ///
  /// The truth holds train ids and ``Imaging/LabelMap/ignored`` where a pixel is not scored. The
  /// prediction holds train ids and ``Imaging/LabelMap/ignored`` where nothing was predicted. A label
  /// outside the table is an error even under an ignored pixel: it shows that the two maps do not
  /// speak of the same classes, and engines that drop or re-bin such pixels silently disagree on
  /// the score. After an error the matrix is as it was.
  ///
  /// - Parameters:
  ///   - truth: The ground truth.
  ///   - prediction: The prediction, of the same size.
  /// - Throws: ``MetricsError`` when the sizes differ or a label lies outside the table.
  /// - Complexity: O(pixels + classCount²).
  public mutating func add(truth: LabelMap, prediction: LabelMap) throws(MetricsError) {
    guard truth.width == prediction.width, truth.height == prediction.height else {
      throw .sizesDiffer(
        truthWidth: truth.width, truthHeight: truth.height,
        predictionWidth: prediction.width, predictionHeight: prediction.height)
    }
    // One more row and column for ignored pixels and one for labels outside the table: every pixel
    // then has a cell, and what went wrong is read off afterwards.
    let side = classCount + 2
    let pairs = Self.pairs(truth.labels, prediction.labels, classCount: classCount)
    let outside = classCount + 1
    guard (0..<side).allSatisfy({ pairs[outside * side + $0] == 0 }) else {
      throw .truthOutsideTable(labels: truth.labelsOutside(classCount), classCount: classCount)
    }
    guard (0..<side).allSatisfy({ pairs[$0 * side + outside] == 0 }) else {
      throw .predictionOutsideTable(
        labels: prediction.labelsOutside(classCount), classCount: classCount)
    }
    for row in 0..<classCount {
      for column in 0...classCount {
        counts[row * columnCount + column] += Int64(pairs[row * side + column])
      }
    }
    ignoredPixels += (0...classCount).reduce(0) { $0 + Int64(pairs[classCount * side + $1]) }
  }

  /// Counts pairs of labels into a `[classCount + 2, classCount + 2]` table whose last but one row
  /// and column stand for ``Imaging/LabelMap/ignored`` and whose last stand for any other label.
  private static func pairs(_ truth: [UInt16], _ prediction: [UInt16], classCount: Int) -> [Int] {
    let side = classCount + 2
    var pairs = [Int](repeating: 0, count: side * side)
    var cells = pairs.mutableSpan
    let truth = truth.span
    let prediction = prediction.span
    // Neighbours mostly carry the same pair, and adding to one cell at every pixel would wait for
    // its own last store: count a run in a register and store it where it ends.
    var runCell = 0
    var runLength = 0
    for pixel in 0..<truth.count {
      let row = slot(of: truth[pixel], classCount: classCount)
      let column = slot(of: prediction[pixel], classCount: classCount)
      let cell = row * side + column
      if cell != runCell {
        cells[runCell] += runLength
        runCell = cell
        runLength = 0
      }
      runLength += 1
    }
    cells[runCell] += runLength
    return pairs
  }

  @inline(__always)
  private static func slot(of label: UInt16, classCount: Int) -> Int {
    let other = label == LabelMap.ignored ? classCount : classCount + 1
    return Int(label) < classCount ? Int(label) : other
  }
}

extension LabelMap {
  /// How many pixels carry each label that is neither a class nor ignored.
  fileprivate func labelsOutside(_ classCount: Int) -> [UInt16: Int] {
    labels.reduce(into: [:]) { counts, label in
      if label != LabelMap.ignored, Int(label) >= classCount { counts[label, default: 0] += 1 }
    }
  }
}
