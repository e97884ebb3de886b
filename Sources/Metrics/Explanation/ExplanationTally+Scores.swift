extension ExplanationTally {
  /// The scores by a rule for thresholds and averages.
  ///
  /// Of equally good thresholds the lowest is taken.
  public func scores(
    scope: ThresholdScope = .dataset, average: ThresholdAverage = .classThenDataset
  ) -> ExplanationScores {
    let shown = classes.indices.filter { classes[$0].pairs > 0 }
    let whole = Pool(of: classes.map { Self.merged($0.parts) }, self, average)
    let positions = whole.positions(scope: scope)
    let overlaps = classes.indices.map { classID -> Double? in
      guard classes[classID].pairs > 0 else { return nil }
      switch scope {
      case .pair: return bestOverlap(ofClass: classID, average)
      case .dataset, .class: return whole.overlap(ofClass: classID, at: positions[classID])
      }
    }
    let perClass = classes.indices.map { classID in
      let sums = classes[classID]
      return ExplanationScores.ClassScore(
        pairs: sums.pairs, overlap: overlaps[classID],
        threshold: scope == .pair || sums.pairs == 0
          ? nil : ThresholdGrid.thresholds[positions[classID]],
        contrast: sums.contrastSum.mean(over: sums.pairs),
        allForeground: sums.shareSum.mean(over: sums.pairs),
        pixelPrecision: sums.precisionSum.mean(over: sums.precisionCount))
    }
    return ExplanationScores(
      perClass: perClass,
      mIoU: scope == .pair
        ? average == .pair
          ? merged(\.bestOverlapSum).mean(over: pairs) : overlaps.meanOfDefined()
        : whole.mean(at: positions),
      threshold: scope == .dataset && !shown.isEmpty
        ? ThresholdGrid.thresholds[positions[shown[0]]] : nil,
      crossFittedMIoU: scope == .pair ? nil : crossFitted(scope: scope, average: average),
      mSC: perClass.map(\.contrast).meanOfDefined(),
      allForeground: allForeground(average, perClass: perClass),
      pixelAP: perClass.map(\.pixelPrecision).meanOfDefined(), pairs: pairs,
      leftOutPairs: leftOutPairs)
  }

  /// The trivial score by the rule of the average.
  private func allForeground(
    _ average: ThresholdAverage, perClass: [ExplanationScores.ClassScore]
  ) -> Double? {
    switch average {
    case .pair: return merged(\.shareSum).mean(over: pairs)
    case .classThenDataset, .accumulate:
      return classes.indices.map { classID -> Double? in
        guard classes[classID].pairs > 0 else { return nil }
        guard average == .accumulate else { return perClass[classID].allForeground }
        let counts = Self.merged(classes[classID].parts).counts[0]
        return Double(counts.inside) / Double(counts.inside + counts.outside)
      }.meanOfDefined()
    }
  }

  /// The overlap of a class where each of its pairs has its own best threshold.
  private func bestOverlap(ofClass classID: Int, _ average: ThresholdAverage) -> Double? {
    let sums = classes[classID]
    return average == .accumulate
      ? sums.bestCounts.overlap(countingBackground: countsBackground)
      : sums.bestOverlapSum.mean(over: sums.pairs)
  }

  /// Each half of the images at the thresholds of the other.
  private func crossFitted(scope: ThresholdScope, average: ThresholdAverage) -> Double? {
    let halves = (0..<Self.foldCount).map { fold in
      Pool(of: classes.map { $0.parts[fold] }, self, average)
    }
    guard halves.allSatisfy({ $0.pairs > 0 }) else { return nil }
    let positions = halves.map { $0.positions(scope: scope) }
    // Each part brings the row of its sums at the other's threshold to the place of the first row.
    let combined = classes.indices.map { classID in
      var part = Part()
      for fold in 0..<Self.foldCount {
        let position = positions[1 - fold][classID]
        let source = classes[classID].parts[fold]
        part.pairs += source.pairs
        part.overlapSums[0].merge(source.overlapSums[position])
        part.counts[0] += source.counts[position]
      }
      return part
    }
    return Pool(of: combined, self, average)
      .mean(at: Array(repeating: 0, count: classes.count))
  }

  private func merged(_ sum: KeyPath<ClassSums, ExactSum>) -> ExactSum {
    classes.reduce(into: ExactSum()) { $0.merge($1[keyPath: sum]) }
  }

  private static func merged(_ parts: [Part]) -> Part {
    var merged = Part()
    for part in parts {
      merged.pairs += part.pairs
      for position in part.counts.indices {
        merged.overlapSums[position].merge(part.overlapSums[position])
        merged.counts[position] += part.counts[position]
      }
    }
    return merged
  }
}

/// The sums of all classes over one set of images, and the averages they give.
private struct Pool {
  private let parts: [ExplanationTally.Part]
  private let countsBackground: Bool
  private let average: ThresholdAverage

  init(
    of parts: [ExplanationTally.Part], _ tally: ExplanationTally, _ average: ThresholdAverage
  ) {
    self.parts = parts
    self.average = average
    countsBackground = tally.countsBackground
  }

  var pairs: Int { parts.reduce(0) { $0 + $1.pairs } }

  /// The overlap of a class at one threshold; `nil` where no image shows it.
  func overlap(ofClass classID: Int, at position: Int) -> Double? {
    let part = parts[classID]
    guard part.pairs > 0 else { return nil }
    return average == .accumulate
      ? part.counts[position].overlap(countingBackground: countsBackground)
      : part.overlapSums[position].mean(over: part.pairs)
  }

  /// The mean over classes or pairs, each class at its own threshold.
  func mean(at positions: [Int]) -> Double? {
    if average == .pair {
      return parts.indices.reduce(into: ExactSum()) {
        $0.merge(parts[$1].overlapSums[positions[$1]])
      }.mean(over: pairs)
    }
    return parts.indices.map { overlap(ofClass: $0, at: positions[$0]) }.meanOfDefined()
  }

  /// The position of the best threshold for each class; a class that no image shows takes the one that
  /// is best for all.
  func positions(scope: ThresholdScope) -> [Int] {
    let common = Self.best { mean(at: Array(repeating: $0, count: parts.count)) }
    guard scope == .class else { return Array(repeating: common, count: parts.count) }
    return parts.indices.map { classID in
      parts[classID].pairs == 0
        ? common : Self.best { overlap(ofClass: classID, at: $0) }
    }
  }

  /// The first position with the highest value.
  private static func best(_ value: (Int) -> Double?) -> Int {
    var best = (position: 0, value: -1.0)
    for position in 0..<ThresholdGrid.count {
      if let value = value(position), value > best.value { best = (position, value) }
    }
    return best.position
  }
}
