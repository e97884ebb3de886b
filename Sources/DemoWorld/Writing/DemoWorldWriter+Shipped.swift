extension DemoWorldWriter {
  /// Writes what lies in `Datasets/Demo/VOC`: 240 scenes no model was trained on.
  public static let shipped = DemoWorldWriter(layout: .voc, seed: 2026, sceneCount: 240)

  /// Writes what the shipped model was trained on: 24,000 scenes of another seed with five captions each.
  public static let training = DemoWorldWriter(layout: .captions, seed: 1, sceneCount: 24_000)
}
