import Metrics

/// The scores of explanations the slow way: every map is kept, every threshold is tried on every pixel.
struct PlainExplanation {
  struct Pair {
    var image: String
    var classID: Int
    var map: [Float]
    var inside: [Bool]
    var void: [Bool]

    func overlap(at threshold: Float, countingBackground: Bool) -> Double {
      let counts = pixelCounts(at: threshold)
      let foreground = counts.bothForeground / counts.eitherForeground
      return countingBackground
        ? (foreground + counts.bothBackground / counts.eitherBackground) / 2 : foreground
    }

    func pixelCounts(
      at threshold: Float
    ) -> (
      bothForeground: Double, eitherForeground: Double, bothBackground: Double,
      eitherBackground: Double
    ) {
      var counts = (0.0, 0.0, 0.0, 0.0)
      for pixel in map.indices where !void[pixel] {
        let predicted = map[pixel] >= threshold
        if predicted && inside[pixel] { counts.0 += 1 }
        if predicted || inside[pixel] { counts.1 += 1 }
        if !predicted && !inside[pixel] { counts.2 += 1 }
        if !predicted || !inside[pixel] { counts.3 += 1 }
      }
      return counts
    }

    var isScored: Bool {
      let known = map.indices.filter { !void[$0] }
      return known.contains { inside[$0] } && known.contains { !inside[$0] }
    }

    var contrast: Double {
      let known = map.indices.filter { !void[$0] }
      func mean(_ pixels: [Int]) -> Double {
        pixels.reduce(0) { $0 + Double(map[$1]) } / Double(pixels.count)
      }
      return mean(known.filter { inside[$0] }) - mean(known.filter { !inside[$0] })
    }

    var share: Double {
      let known = map.indices.filter { !void[$0] }
      return Double(known.count { inside[$0] }) / Double(known.count)
    }
  }

  static let thresholds = (0...100).map { Float(Double($0) / 100) }

  var pairs: [Pair]
  var countsBackground: Bool

  private var scored: [Pair] { pairs.filter(\.isScored) }

  private var byClass: [[Pair]] {
    Dictionary(grouping: scored, by: \.classID).sorted { $0.key < $1.key }.map(\.value)
  }

  private func overlap(of pairs: [Pair], at thresholds: [Float], summing: Bool) -> Double {
    guard summing else {
      return zip(pairs, thresholds).reduce(0) {
        $0 + $1.0.overlap(at: $1.1, countingBackground: countsBackground)
      } / Double(pairs.count)
    }
    var sums = (0.0, 0.0, 0.0, 0.0)
    for (pair, threshold) in zip(pairs, thresholds) {
      let counts = pair.pixelCounts(at: threshold)
      sums = (sums.0 + counts.0, sums.1 + counts.1, sums.2 + counts.2, sums.3 + counts.3)
    }
    return countsBackground ? (sums.0 / sums.1 + sums.2 / sums.3) / 2 : sums.0 / sums.1
  }

  private func mean(
    of groups: [[Pair]], average: ThresholdAverage, threshold: (Pair) -> Float
  ) -> Double {
    if average == .pair {
      let all = groups.flatMap(\.self)
      return overlap(of: all, at: all.map(threshold), summing: false)
    }
    return groups.reduce(0) {
      $0 + overlap(of: $1, at: $1.map(threshold), summing: average == .accumulate)
    } / Double(groups.count)
  }

  private func bestThreshold(_ value: (Float) -> Double) -> Float {
    var best = (threshold: Float(0), value: -1.0)
    for threshold in Self.thresholds where value(threshold) > best.value {
      best = (threshold, value(threshold))
    }
    return best.threshold
  }

  /// The threshold of each class by a scope, fitted to some of the pairs.
  private func thresholds(
    fittedTo groups: [[Pair]], scope: ThresholdScope, average: ThresholdAverage
  ) -> (Int) -> Float {
    let common = bestThreshold { threshold in
      mean(of: groups, average: average) { _ in threshold }
    }
    guard scope == .class else { return { _ in common } }
    var own: [Int: Float] = [:]
    for group in groups {
      own[group[0].classID] = bestThreshold { threshold in
        overlap(
          of: group, at: group.map { _ in threshold }, summing: average == .accumulate)
      }
    }
    return { [own] in own[$0] ?? common }
  }

  func mIoU(scope: ThresholdScope, average: ThresholdAverage) -> Double {
    if scope == .pair {
      return mean(of: byClass, average: average) { pair in
        bestThreshold { pair.overlap(at: $0, countingBackground: countsBackground) }
      }
    }
    let chosen = thresholds(fittedTo: byClass, scope: scope, average: average)
    return mean(of: byClass, average: average) { chosen($0.classID) }
  }

  func crossFitted(scope: ThresholdScope, average: ThresholdAverage) -> Double {
    let halves = (0..<2).map { fold in
      let part = scored.filter { ImageFold.ofImage(named: $0.image) == fold }
      return thresholds(
        fittedTo: Dictionary(grouping: part, by: \.classID).sorted { $0.key < $1.key }
          .map(\.value), scope: scope, average: average)
    }
    return mean(of: byClass, average: average) { pair in
      halves[1 - ImageFold.ofImage(named: pair.image)](pair.classID)
    }
  }

  var mSC: Double {
    byClass.reduce(0) { sum, group in
      sum + group.reduce(0) { $0 + $1.contrast } / Double(group.count)
    } / Double(byClass.count)
  }

  func allForeground(_ average: ThresholdAverage) -> Double {
    let plain = PlainExplanation(pairs: pairs, countsBackground: false)
    return plain.mean(of: byClass, average: average) { _ in 0 }
  }
}
