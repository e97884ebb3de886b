extension DemoWorldWriter {
  /// Writes the first of the shipped scenes in the layout of every benchmark.
  public static let benchmarks = DemoWorldWriter(layout: .benchmarks, seed: 2026, sceneCount: 24)

  /// Writes what lies in `Datasets/Demo/VOC`: 240 scenes no model was trained on.
  public static let shipped = DemoWorldWriter(layout: .folder, seed: 2026, sceneCount: 240)

  /// Writes what the shipped model was trained on: 24,000 scenes of another seed with five captions each.
  public static let training = DemoWorldWriter(layout: .captions, seed: 1, sceneCount: 24_000)
}
