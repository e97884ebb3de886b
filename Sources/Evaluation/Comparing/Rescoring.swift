public import Metrics

/// How the scores of a run that is read back are others than those of its own result.
public struct Rescoring: Sendable, Equatable {
  /// How many images are scored.
  public let images: Int

  /// How many the run has.
  public let imagesOfRun: Int

  /// What absent classes did to the means of the run itself, where another policy is applied.
  public let replacedPolicy: AbsentClassPolicy?

  /// Whether not all images of the run are scored.
  public var isOfPart: Bool { images < imagesOfRun }
}
