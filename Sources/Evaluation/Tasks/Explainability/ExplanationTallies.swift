public import Metrics

/// The sums of the explainability task over the images so far.
public struct ExplanationTallies: Sendable, Equatable {
  /// The number of images.
  public private(set) var images = 0

  /// One sum a method.
  public private(set) var methods: [ExplanationTally]

  /// The sums over no images.
  init(methodCount: Int, classCount: Int, countingBackground: Bool) {
    methods = Array(
      repeating: ExplanationTally(
        classCount: classCount, countingBackground: countingBackground),
      count: methodCount)
  }

  /// Adds one image; the order of the images does not matter.
  mutating func add(_ outcome: ExplanationOutcome) {
    images += 1
    for (method, maps) in outcome.maps.enumerated() {
      for (classID, map) in zip(outcome.classes, maps) {
        methods[method].add(map, ofClass: classID, fold: outcome.fold)
      }
    }
  }
}
