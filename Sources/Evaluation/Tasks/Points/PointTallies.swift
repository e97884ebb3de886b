public import Metrics

/// The sums of the points task over the images so far.
public struct PointTallies: Sendable, Equatable {
  /// The number of images.
  public private(set) var images = 0

  /// One sum a method.
  public private(set) var methods: [PointTally]

  /// The sums over no images.
  init(methodCount: Int, classCount: Int) {
    methods = Array(repeating: PointTally(classCount: classCount), count: methodCount)
  }

  /// Adds one image; the order of the images does not matter.
  mutating func add(_ image: ImagePoints) {
    images += 1
    for (classID, outcomes) in zip(image.classes, image.outcomes) {
      for (method, outcome) in outcomes.enumerated() {
        methods[method].add(outcome, ofClass: classID)
      }
    }
  }
}
