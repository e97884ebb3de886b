/// What one image says about the layers of a network.
public struct LayerOutcome: Sendable, Equatable {
  /// What an image says with one class that it shows.
  public struct Pair: Sendable, Equatable {
    /// The class.
    public let classID: Int

    /// For each way of attention, the mean absolute difference over the patches of the map of the
    /// class's text and the map of the empty text, both from 0 to 1.
    public let distances: [Double]

    /// How attention meets the class; `nil` where no patch is of the class, or every one.
    public let foreground: Foreground?

    /// Takes what was measured.
    public init(classID: Int, distances: [Double], foreground: Foreground?) {
      self.classID = classID
      self.distances = distances
      self.foreground = foreground
    }
  }

  /// The attention of the patches that show a class.
  public struct Foreground: Sendable, Equatable {
    /// For each block the share of the attention from patches of the class to patches that falls on
    /// patches of the class, by queries and keys.
    public let queryKey: [Double]

    /// The same by values alone, as on a new path.
    public let valueValue: [Double]

    /// The share of the class in the patches: what attention to everything alike gives.
    public let chance: Double

    /// Takes what was measured.
    public init(queryKey: [Double], valueValue: [Double], chance: Double) {
      self.queryKey = queryKey
      self.valueValue = valueValue
      self.chance = chance
    }
  }

  /// For each measure the cosine of each block; `nil` where an output has no direction.
  public let cosines: [LayerMeasure: [Double?]]

  /// The classes that the image shows.
  public let pairs: [Pair]

  /// Takes what was measured.
  public init(cosines: [LayerMeasure: [Double?]], pairs: [Pair]) {
    self.cosines = cosines
    self.pairs = pairs
  }
}
