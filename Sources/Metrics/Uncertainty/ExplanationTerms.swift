/// What the maps of a run add to the sums of their classes, laid out for one pass.
struct ExplanationTerms: Sendable {
  /// The numbers that are summed for each threshold.
  enum Layers: Int, Sendable {
    /// The overlap, to be divided by the number of pairs.
    case overlaps = 1
    /// Intersection and union.
    case counts = 2
    /// Intersection and union of the foreground and of the background.
    case bothCounts = 4
  }

  /// The sums of one class in eight resamples.
  struct Sums: Sendable {
    /// The numbers of each layer at each threshold, `[layers, columnCount]`.
    var layers: [ResampleLanes]
    var contrast = ResampleLanes.zero
    var pairs = ResampleLanes.zero
    var precision = ResampleLanes.zero
    var rankedPairs = ResampleLanes.zero

    /// The sums over the pairs of both.
    static func + (first: Sums, second: Sums) -> Sums {
      Sums(
        layers: zip(first.layers, second.layers).map(+),
        contrast: first.contrast + second.contrast, pairs: first.pairs + second.pairs,
        precision: first.precision + second.precision,
        rankedPairs: first.rankedPairs + second.rankedPairs)
    }
  }

  let layers: Layers

  /// The number of thresholds; 1 where each pair has its own.
  let columnCount: Int

  /// For each class the images of its scored pairs.
  private(set) var images: [[Int32]]

  /// For each class the contrasts of its pairs.
  private var contrasts: [[Double]]

  /// For each class the average precisions of its pairs' pixels, NaN where they were not ranked.
  private var precisions: [[Double]]

  /// For each class the numbers of its pairs `[pairs, layers, columnCount]`.
  private var numbers: [[Double]]

  /// Takes the pairs that have pixels inside and outside.
  init(
    _ rows: [ExplanationRow], classCount: Int, layers: Layers, countsBackground: Bool,
    isBestOnly: Bool
  ) {
    self.layers = layers
    columnCount = isBestOnly ? 1 : ThresholdGrid.count
    images = Array(repeating: [], count: classCount)
    contrasts = Array(repeating: [], count: classCount)
    precisions = Array(repeating: [], count: classCount)
    numbers = Array(repeating: [], count: classCount)
    for (image, row) in rows.enumerated() {
      for pair in row.pairs {
        precondition(pair.classID < classCount, "Class \(pair.classID) of \(classCount) classes")
        guard let contrast = pair.outcome.contrast else { continue }
        var overlaps = pair.outcome.overlaps
        if isBestOnly {
          let values = overlaps.map { $0.overlap(countingBackground: countsBackground) }
          let best = values.indices.reduce(0) { values[$1] > values[$0] ? $1 : $0 }
          overlaps = [overlaps[best]]
        }
        images[pair.classID].append(Int32(image))
        contrasts[pair.classID].append(contrast)
        precisions[pair.classID].append(pair.outcome.averagePrecision ?? .nan)
        for number in layers.numbers(countingBackground: countsBackground) {
          numbers[pair.classID] += overlaps.map(number)
        }
      }
    }
  }

  /// The pairs of both, those of `other` with their images moved behind.
  func appending(_ other: Self, movedBy offset: Int) -> Self {
    var joined = self
    for classID in images.indices {
      joined.images[classID] += other.images[classID].map { $0 + Int32(offset) }
      joined.contrasts[classID] += other.contrasts[classID]
      joined.precisions[classID] += other.precisions[classID]
      joined.numbers[classID] += other.numbers[classID]
    }
    return joined
  }

  /// The sums of one class.
  func sums(ofClass classID: Int, weighting weights: Span<ResampleLanes>) -> Sums {
    let length = layers.rawValue * columnCount
    var sums = Sums(layers: Array(repeating: .zero, count: length))
    var cells = sums.layers.mutableSpan
    let (images, numbers) = (images[classID], numbers[classID])
    let (contrasts, precisions) = (contrasts[classID], precisions[classID])
    let numberSpan = numbers.span
    var (contrast, pairs) = (ResampleLanes.zero, ResampleLanes.zero)
    var (precision, ranked) = (ResampleLanes.zero, ResampleLanes.zero)
    for pair in images.indices {
      let weight = weights[Int(images[pair])]
      contrast += weight * contrasts[pair]
      pairs += weight
      if !precisions[pair].isNaN {
        precision += weight * precisions[pair]
        ranked += weight
      }
    }
    // Two pairs at a time, each still added in its turn: a cell is fetched and put back once for both.
    for pair in stride(from: 0, to: images.count - 1, by: 2) {
      let weights = (weights[Int(images[pair])], weights[Int(images[pair + 1])])
      let first = numberSpan.extracting((pair * length)..<((pair + 1) * length))
      let second = numberSpan.extracting(((pair + 1) * length)..<((pair + 2) * length))
      for cell in first.indices {
        cells[cell] = cells[cell] + weights.0 * first[cell] + weights.1 * second[cell]
      }
    }
    if let last = images.indices.last, last.isMultiple(of: 2) {
      let weight = weights[Int(images[last])]
      for cell in 0..<length { cells[cell] += weight * numberSpan[last * length + cell] }
    }
    sums.contrast = contrast
    sums.pairs = pairs
    sums.precision = precision
    sums.rankedPairs = ranked
    return sums
  }

  /// The overlap of a class at each threshold, NaN where no pair counts.
  func overlaps(of sums: Sums) -> [ResampleLanes] {
    (0..<columnCount).map { column in
      overlap(ofPairs: sums.pairs) { sums.layers[$0 * columnCount + column] }
    }
  }

  /// The overlap that the numbers of each layer give, NaN where no pair counts.
  func overlap(
    ofPairs pairs: ResampleLanes, _ layer: (_ number: Int) -> ResampleLanes
  ) -> ResampleLanes {
    switch layers {
    case .overlaps: layer(0) / pairs
    case .counts: layer(0) / layer(1)
    case .bothCounts: (layer(0) / layer(1) + layer(2) / layer(3)) / 2
    }
  }
}

extension ExplanationTerms.Layers {
  /// How each layer's number is computed.
  fileprivate func numbers(countingBackground: Bool) -> [(OverlapCounts) -> Double] {
    switch self {
    case .overlaps: [{ $0.overlap(countingBackground: countingBackground) }]
    case .counts: [{ Double($0.intersection) }, { Double($0.inside + $0.mistaken) }]
    case .bothCounts:
      Self.counts.numbers(countingBackground: false) + [
        { Double($0.outside - $0.mistaken) }, { Double($0.outside + $0.inside - $0.intersection) },
      ]
    }
  }
}
