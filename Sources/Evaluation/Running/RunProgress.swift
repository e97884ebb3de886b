/// How far a run has come, for the person who waits.
public struct RunProgress: Sendable {
  /// What a run does, in this order.
  public enum Stage: Sendable, CaseIterable {
    /// Reading the checkpoint.
    case loadingModel

    /// Encoding the prompts of all classes.
    case encodingPrompts

    /// Evaluating the images.
    case evaluatingImages
  }

  /// What is being done.
  public let stage: Stage

  /// How many pieces of it are done.
  public let completed: Int

  /// Of how many.
  public let total: Int

  /// The score of each row over the images so far, in percent, computed when it is asked for; empty
  /// where it would take long.
  public let runningScores: @Sendable () -> [Double?]

  init(
    _ stage: Stage, _ completed: Int, of total: Int,
    runningScores: @escaping @Sendable () -> [Double?] = { [] }
  ) {
    self.stage = stage
    self.completed = completed
    self.total = total
    self.runningScores = runningScores
  }
}
