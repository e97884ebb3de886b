extension ResamplingUnits {
  /// Draws eight bootstrap resamples: as many units as there are, with replacement.
  ///
  /// - Parameters:
  ///   - first: The number of the first of the eight resamples.
  ///   - seed: The seed of all resamples.
  /// - Returns: How often the unit of each image was drawn.
  func drawnWeights(fromResample first: Int, seed: UInt64) -> [ResampleLanes] {
    var drawn = [ResampleLanes](repeating: .zero, count: count)
    for lane in 0..<ResampleLanes.scalarCount {
      var stream = ResampleStream(seed: seed, resample: first + lane)
      for _ in 0..<count { drawn[stream.number(below: count)][lane] += 1 }
    }
    return unitOfImage.map { drawn[$0] }
  }

  /// Makes eight jackknife samples, each without one unit.
  ///
  /// - Parameter first: The unit that the first of them lacks; behind the last unit none is lacking.
  /// - Returns: 0 for the images of the unit that is left out and 1 for the others.
  func weightsLacking(fromUnit first: Int) -> [ResampleLanes] {
    unitOfImage.map { unit in
      var weight = ResampleLanes(repeating: 1)
      if (first..<first + ResampleLanes.scalarCount).contains(unit) { weight[unit - first] = 0 }
      return weight
    }
  }

  /// Decides which units change sides in eight permutations.
  ///
  /// - Parameters:
  ///   - first: The number of the first of the eight permutations.
  ///   - seed: The seed of all permutations; `nil` for all permutations there are, one after the
  ///     other, without the one that moves nothing.
  /// - Returns: 1 for the images that change sides and 0 for the others.
  func swapWeights(fromPermutation first: Int, seed: UInt64?) -> [ResampleLanes] {
    var swapped = [ResampleLanes](repeating: .zero, count: count)
    for lane in 0..<ResampleLanes.scalarCount {
      let permutation = first + lane
      if let seed {
        var stream = ResampleStream(seed: seed, resample: permutation)
        var bits: UInt64 = 0
        for unit in 0..<count {
          if unit % UInt64.bitWidth == 0 { bits = stream.next() }
          swapped[unit][lane] = Double(bits & 1)
          bits >>= 1
        }
      } else {
        for unit in 0..<count { swapped[unit][lane] = Double((permutation + 1) >> unit & 1) }
      }
    }
    return unitOfImage.map { swapped[$0] }
  }
}
