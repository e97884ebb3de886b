extension ResampledExplanation {
  /// The overlap with each half of the images at the threshold that is best for the other.
  ///
  /// - Parameter sums: For each half the sums of the classes.
  /// - Returns: The score; NaN where a half has no pair.
  func crossFitted(_ sums: [[ExplanationTerms.Sums]]) -> ResampleLanes {
    let terms = halves[0]
    let counted = average == .pair ? Array(0..<classCount) : averaged
    let positions = sums.map(bestPositions)
    var (overlaps, sum, pairs) = (LaneMean(), ResampleLanes.zero, ResampleLanes.zero)
    for classID in counted {
      let classPairs = sums[0][classID].pairs + sums[1][classID].pairs
      func layer(_ number: Int) -> ResampleLanes {
        sums.indices.reduce(into: .zero) { total, fold in
          total += Self.value(at: positions[1 - fold][classID]) {
            sums[fold][classID].layers[number * terms.columnCount + $0]
          }
        }
      }
      overlaps.add(terms.overlap(ofPairs: classPairs, layer))
      sum += layer(0)
      pairs += classPairs
    }
    let score = average == .pair ? sum / pairs : overlaps.mean
    return sums.reduce(score) { score, half in
      let pairs = counted.reduce(into: ResampleLanes.zero) { $0 += half[$1].pairs }
      return score.replacing(with: .nan, where: pairs .== 0)
    }
  }

  /// The position of the best threshold for each class of a half; a class that it does not show takes the
  /// one that is best for all.
  private func bestPositions(_ sums: [ExplanationTerms.Sums]) -> [ResampleLanes] {
    let curves = sums.map { halves[0].overlaps(of: $0) }
    let common = bestPosition(sums, curves).position
    guard scope == .class else { return Array(repeating: common, count: sums.count) }
    return zip(sums, curves).map { sums, curve in
      var (position, best) = (ResampleLanes.zero, curve[0])
      for (column, overlap) in curve.enumerated() {
        position.replace(with: Double(column), where: overlap .> best)
        best.replace(with: overlap, where: overlap .> best)
      }
      return position.replacing(with: common, where: sums.pairs .== 0)
    }
  }
}
