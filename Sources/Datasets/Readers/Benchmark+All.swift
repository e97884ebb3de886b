extension Benchmark {
  /// Every benchmark that can be read.
  public static let all = [
    voc20, voc21, context59, context60, cocoStuff171, cocoObject81, cocoStuff10k, cityscapes,
    ade20k150, imageNetS50, imageNetS300, imageNetS919,
  ]

  /// Finds a benchmark by its name; `nil` where there is none of it.
  public init?(named name: String) {
    guard let benchmark = Self.all.first(where: { $0.name == name }) else { return nil }
    self = benchmark
  }
}
