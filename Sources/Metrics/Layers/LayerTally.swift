/// The sums of layer diagnostics over the images so far; exact, so that no order matters.
public struct LayerTally: Sendable, Equatable {
  /// A sum of ratios and how many there were.
  private struct Sum: Sendable, Equatable {
    var total = ExactSum()
    var count = 0

    var mean: Double? { total.mean(over: count) }

    mutating func add(_ term: Double) {
      total.add(term)
      count += 1
    }
  }

  /// What was summed of one class.
  private struct ClassSums: Sendable, Equatable {
    var distances: [Sum]
    var queryKey: [Sum]
    var valueValue: [Sum]
    var chance = Sum()

    init(blockCount: Int, wayCount: Int) {
      distances = Array(repeating: Sum(), count: wayCount)
      queryKey = Array(repeating: Sum(), count: blockCount)
      valueValue = queryKey
    }
  }

  /// The number of images.
  public private(set) var images = 0

  private var cosines: [LayerMeasure: [Sum]]
  private var classes: [ClassSums]
  private var pairs = 0

  /// The sums over no images.
  ///
  /// - Parameters:
  ///   - blockCount: The number of blocks.
  ///   - wayCount: The number of ways of attention whose maps are held against the empty text's.
  ///   - classCount: The number of classes.
  public init(blockCount: Int, wayCount: Int, classCount: Int) {
    cosines = Dictionary(
      uniqueKeysWithValues: LayerMeasure.allCases.map {
        ($0, Array(repeating: Sum(), count: blockCount))
      })
    classes = Array(
      repeating: ClassSums(blockCount: blockCount, wayCount: wayCount), count: classCount)
  }

  /// Adds one image.
  ///
  /// - Precondition: the image has as many blocks and ways, and its classes are known.
  public mutating func add(_ outcome: LayerOutcome) {
    images += 1
    for (measure, terms) in outcome.cosines {
      for (block, term) in terms.enumerated() {
        if let term { cosines[measure]?[block].add(term) }
      }
    }
    for pair in outcome.pairs {
      pairs += 1
      for (way, distance) in pair.distances.enumerated() {
        classes[pair.classID].distances[way].add(distance)
      }
      guard let foreground = pair.foreground else { continue }
      classes[pair.classID].chance.add(foreground.chance)
      for (block, ratio) in foreground.queryKey.enumerated() {
        classes[pair.classID].queryKey[block].add(ratio)
      }
      for (block, ratio) in foreground.valueValue.enumerated() {
        classes[pair.classID].valueValue[block].add(ratio)
      }
    }
  }

  /// The means: of cosines over images, of all else over the images that show a class and then over
  /// the classes.
  public var scores: LayerScores {
    func mean(_ sum: (ClassSums) -> Sum) -> Double? {
      classes.map { sum($0).mean }.meanOfDefined()
    }
    let blocks = cosines.values.first?.indices ?? 0..<0
    let measured = classes.reduce(0) { $0 + $1.chance.count }
    return LayerScores(
      images: images, cosines: cosines.mapValues { $0.map(\.mean) },
      distances: (classes.first?.distances ?? []).indices.map { way in
        mean { $0.distances[way] }
      },
      queryKey: blocks.map { block in mean { $0.queryKey[block] } },
      valueValue: blocks.map { block in mean { $0.valueValue[block] } },
      chance: mean(\.chance), pairs: pairs, pairsWithoutForeground: pairs - measured)
  }
}
