/// How right it is to say that every image shows the classes that it scores highest.
///
/// Counts run over all images together ("overall" or micro, as NUS-Wide's papers quote it beside mAP).
public struct TopLabelScores: Sendable, Equatable {
  /// How many classes were named, over all images.
  public let named: Int

  /// How many of these the images show.
  public let right: Int

  /// How many classes the images show.
  public let positives: Int

  /// right / named; `nil` where nothing is named.
  public var precision: Double? { named == 0 ? nil : Double(right) / Double(named) }

  /// right / positives; `nil` where nothing is shown.
  public var recall: Double? { positives == 0 ? nil : Double(right) / Double(positives) }

  /// The harmonic mean of precision and recall, `2 · right / (named + positives)`; `nil` where one of them
  /// is undefined.
  public var f1: Double? {
    named == 0 || positives == 0 ? nil : 2 * Double(right) / Double(named + positives)
  }
}
