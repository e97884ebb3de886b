import CLIP
public import Datasets
import Imaging
public import Metrics
import OpenVocabulary
import Tensors

/// Layer diagnostics: how what each layer adds goes with the image's feature, how much the map of a class
/// shares with that of the empty text, and whether patches that show a class attend to each other.
public struct LayerTask: SampleTask {
  let model: CLIPModel
  let tower: VisionTransformer
  let classifier: TextClassifier

  /// The feature `[1, D]` of the empty text.
  let redundantFeature: Tensor

  /// The ways of attention whose maps are held against the empty text's.
  let ways: [LayerWay]

  let multiplier: any MatrixMultiplier
  let inputSize: InputSize
  let tokenNormalisation: TokenNormalisation
  let source: any RegionSource
  let classCount: Int

  /// The sums over no images.
  public var emptyTally: LayerTally {
    LayerTally(
      blockCount: tower.architecture.transformer.blockCount, wayCount: ways.count,
      classCount: classCount)
  }

  /// Follows one image through the network.
  ///
  /// - Throws: `ImagingError`, `DatasetError` or ``SampleError`` when a file of the sample cannot be
  ///   used.
  public func outcome(for sample: Sample) throws -> LayerOutcome {
    let (image, regions) = try sample.imageAndRegions(from: source)
    let input = model.input(of: image, at: inputSize)
    let grid = try tower.grid(forHeight: inputSize.height, width: inputSize.width)
    let patches = regions.map {
      ForegroundPatches(of: $0, rows: grid.rows, columns: grid.columns)
    }
    let observation = try tower.observation(
      of: input, attendingTo: Self.indicators(of: patches, count: grid.rows * grid.columns))
    let distances = try distances(of: regions.map(\.classID), in: input, grid)
    return LayerOutcome(
      cosines: Self.cosines(of: observation),
      pairs: regions.indices.map { index in
        LayerOutcome.Pair(
          classID: regions[index].classID, distances: distances[index],
          foreground: Self.foreground(patches[index], region: index, in: observation))
      })
  }

  /// Adds one image.
  public func add(_ outcome: LayerOutcome, to tally: inout LayerTally) {
    tally.add(outcome)
  }

  /// Which tokens belong to which class, `[1+N, R + 1]`; all patches together come last, and the class
  /// token belongs to none.
  private static func indicators(of patches: [ForegroundPatches], count: Int) -> Tensor {
    let regions = patches.count + 1
    var indicators = Tensor(zeros: [1 + count, regions])
    for patch in 0..<count {
      let row = (1 + patch) * regions
      for (region, patches) in patches.enumerated() where patches.isForeground[patch] {
        indicators.elements[row + region] = 1
      }
      indicators.elements[row + patches.count] = 1
    }
    return indicators
  }

  /// How the attention of a class's patches is shared between them and all patches.
  private static func foreground(
    _ patches: ForegroundPatches, region: Int, in observation: LayerObservation
  ) -> LayerOutcome.Foreground? {
    guard patches.hasBothSides else { return nil }
    func ratio(_ shares: Tensor) -> Double {
      let regions = shares.shape[1]
      var sums = (own: 0.0, all: 0.0)
      for (patch, isForeground) in patches.isForeground.enumerated() where isForeground {
        let row = (1 + patch) * regions
        sums.own += Double(shares.elements[row + region])
        sums.all += Double(shares.elements[row + regions - 1])
      }
      return min(1, sums.own / sums.all)
    }
    return LayerOutcome.Foreground(
      queryKey: observation.queryKeyShares.map(ratio),
      valueValue: observation.valueValueShares.map(ratio),
      chance: Double(patches.count) / Double(patches.isForeground.count))
  }

  private static func cosines(of observation: LayerObservation) -> [LayerMeasure: [Double?]] {
    func cosines(_ outputs: Tensor, with whole: Tensor) -> [Double?] {
      (0..<outputs.shape[0]).map { block in
        let start = block * whole.count
        return Cosine.between(
          Array(outputs.elements[start..<(start + whole.count)]), whole.elements)
      }
    }
    return [
      .attention: cosines(observation.attention.features, with: observation.classFeature),
      .feedForward: cosines(observation.feedForward.features, with: observation.classFeature),
      .attentionInStream: cosines(observation.attention.tokens, with: observation.classToken),
      .feedForwardInStream: cosines(observation.feedForward.tokens, with: observation.classToken),
    ]
  }

  /// For each class and each way the mean absolute difference of its map and the empty text's.
  private func distances(
    of classes: [Int], in input: Tensor, _ grid: (rows: Int, columns: Int)
  ) throws -> [[Double]] {
    guard !classes.isEmpty else { return [] }
    let distances = try tower.imageTokens(for: input, under: ways.map(\.attention)).map { tokens in
      let tokens = tokenNormalisation.normalised(tokens)
      let own = classifier.cosines(of: tokens, using: multiplier)
        .bestOfQueries(classes.map { classifier.classes.queriesOfClass[$0] })
      let empty = multiplier.product(of: tokens, and: redundantFeature, transposingRight: true)
      return Self.distances(
        of: try ScoreMap(of: own.patchGrid(rows: grid.rows, columns: grid.columns)),
        from: try ScoreMap(of: empty.patchGrid(rows: grid.rows, columns: grid.columns)))
    }
    return classes.indices.map { index in distances.map { $0[index] } }
  }

  /// The mean absolute difference of each map and one.
  private static func distances(of maps: ScoreMap, from map: ScoreMap) -> [Double] {
    let (count, cells) = (maps.scores.shape[2], map.scores.count)
    return (0..<count).map { query in
      (0..<cells).reduce(0.0) { sum, cell in
        sum
          + abs(
            Double(maps.scores.elements[cell * count + query]) - Double(map.scores.elements[cell]))
      } / Double(cells)
    }
  }
}
