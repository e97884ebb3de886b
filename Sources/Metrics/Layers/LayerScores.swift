/// What the layers of a network do, over many images; ratios, `nil` where undefined.
public struct LayerScores: Sendable, Equatable {
  /// The number of images.
  public let images: Int

  /// For each measure the mean cosine of each block, from −1 to 1.
  public let cosines: [LayerMeasure: [Double?]]

  /// For each way of attention the distance of the map of a class that is shown from that of the empty
  /// text, from 0 (the same: all redundant) to 1.
  public let distances: [Double?]

  /// For each block the attention foreground ratio of the path as it was trained.
  ///
  /// Experimental: the paper names a measure of the kind, mFSR, and gives no formula.
  public let queryKey: [Double?]

  /// For each block the same of the attention of a new path.
  public let valueValue: [Double?]

  /// What attention to everything alike gives: the mean share of the patches.
  public let chance: Double?

  /// The number of pairs of an image and a class that it shows.
  public let pairs: Int

  /// The number of those in which no patch is of the class, or every one, so that attention says nothing.
  public let pairsWithoutForeground: Int
}
